package org.w3id.materia.terminology.operation.issue;

import java.util.List;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;

/**
 * The English texts of issues, with the ids under which HL7's tools know them. Clients compare the texts, so they are those that HL7's
 * terminology suite states.
 */
public final class Messages {
    private Messages() {}

    /** A code that is not there though its code system is complete. */
    public static Message unknownCode(String code, CodeSystemHeader system) {
        String text = "Unknown code '" + code + "' in the CodeSystem '" + system.url() + "'";
        return system.version() == null
                ? new Message("Unknown_Code_in", text)
                : new Message("Unknown_Code_in_Version", text + " version '" + system.version() + "'");
    }

    /** A code that is not there, of a code system that is only there in part. */
    public static Message unknownCodeInFragment(String code, CodeSystemHeader system) {
        return new Message(
                "UNKNOWN_CODE_IN_FRAGMENT",
                "Unknown Code '" + code + "' in the CodeSystem '" + system.url() + "' version '"
                        + (system.version() == null ? "" : system.version())
                        + "' - note that the code system is labeled as a fragment, so the code may be valid in some other fragment");
    }

    /**
     * A code that groups others, where such may not be used.
     *
     * @param system its URL
     */
    public static Message abstractCode(String system, String code) {
        return new Message(
                "ABSTRACT_CODE_NOT_ALLOWED",
                "Code '" + system + "#" + code + "' is abstract, and not allowed in this context");
    }

    /** A code that is right and no longer in use. */
    public static Message inactiveCode(String code) {
        return new Message("STATUS_CODE_WARNING_CODE", "The concept '" + code + "' is valid but is not active");
    }

    /**
     * @param codings as a person reads them, in quotes
     * @param valueSet versioned URL
     */
    public static Message notInValueSet(String valueSet, String codings) {
        return new Message(
                "None_of_the_provided_codes_are_in_the_value_set_one",
                "The provided code " + codings + " was not found in the value set '" + valueSet + "'");
    }

    /**
     * Of a concept with several codings, none is in the value set.
     *
     * @param valueSet versioned URL
     */
    public static Message noValidCoding(String valueSet) {
        return new Message(
                "TX_GENERAL_CC_ERROR_MESSAGE", "No valid coding was found for the value set '" + valueSet + "'");
    }

    /** A coding with a code alone, where nobody asked to infer the rest. */
    public static Message noSystem() {
        return new Message(
                "Coding_has_no_system__cannot_validate",
                "Coding has no system. A code with no system has no defined meaning, and it cannot be validated."
                        + " A system should be provided");
    }

    /**
     * A coding without a code.
     *
     * @param system null where it has none either, and could have been inferred
     */
    public static Message noCode(String system) {
        return new Message(
                null,
                "Coding has no code" + (system == null ? "" : " for system " + system) + " and cannot be validated");
    }

    /** A coding without a code, and without a system where none may be inferred. */
    public static Message noSystemOrCode() {
        return new Message(
                "Coding_has_no_system_or_code__cannot_validate",
                "Coding has no system and no code, so it cannot be validated");
    }

    /**
     * A code without a system that is in no code system of the value set.
     *
     * @param valueSet versioned URL
     */
    public static Message systemNotInferred(String code, String valueSet) {
        return new Message(
                "UNABLE_TO_INFER_CODESYSTEM",
                "The System URI could not be determined for the code '" + code + "' in the ValueSet '" + valueSet
                        + "'");
    }

    /**
     * A code without a system that is in several code systems of the value set.
     *
     * @param valueSet versioned URL
     * @param systems URLs of those
     */
    public static Message severalSystems(String code, String valueSet, List<String> systems) {
        return new Message(
                "Unable_to_resolve_system__value_set_has_multiple_matches",
                "The System URI could not be determined for the code '" + code + "' in the ValueSet '" + valueSet
                        + "': value set expansion has multiple matches: " + String.join(",", systems));
    }

    /** A system that is no absolute URI. */
    public static Message relativeSystem() {
        return new Message(
                "Terminology_TX_System_Relative", "Coding.system must be an absolute reference, not a local reference");
    }

    /** A system that is the URL of a value set. */
    public static Message systemIsValueSet(String system) {
        return new Message(
                "Terminology_TX_System_ValueSet2",
                "The Coding references a value set, not a code system ('" + system + "')");
    }

    /** A system that is the URL of a supplement, whose codes are those of the code system that it supplements. */
    public static Message systemIsSupplement(String system) {
        return new Message(
                "CODESYSTEM_CS_NO_SUPPLEMENT",
                "CodeSystem " + system + " is a supplement, so can't be used as a value in Coding.system");
    }

    /** @param known versions that are there; none where the code system is not known at all */
    public static Message unknownSystem(String system, String version, List<String> known) {
        if (version == null) {
            return new Message(
                    "UNKNOWN_CODESYSTEM",
                    "A definition for CodeSystem '" + system + "' could not be found, so the code cannot be validated");
        }
        String text = "A definition for CodeSystem '" + system + "' version '" + version
                + "' could not be found, so the code cannot be validated. ";
        return known.isEmpty()
                ? new Message("UNKNOWN_CODESYSTEM_VERSION_NONE", text + "No versions of this code system are known")
                : new Message("UNKNOWN_CODESYSTEM_VERSION", text + "Valid versions: " + versions(known));
    }

    /** As {@link #unknownSystem}, where a value set was to be expanded. */
    public static Message unknownSystemOfExpansion(String system, String version, List<String> known) {
        if (version == null) {
            return new Message(
                    "UNKNOWN_CODESYSTEM_EXP",
                    "A definition for CodeSystem '" + system
                            + "' could not be found, so the value set cannot be expanded");
        }
        String text = "A definition for CodeSystem '" + system + "' version '" + version
                + "' could not be found, so the value set cannot be expanded. ";
        return known.isEmpty()
                ? new Message("UNKNOWN_CODESYSTEM_VERSION_EXP_NONE", text + "No versions of this code system are known")
                : new Message("UNKNOWN_CODESYSTEM_VERSION_EXP", text + "Valid versions: " + versions(known));
    }

    /** Where another coding of the same concept is good. */
    public static Message codingNotChecked(String system) {
        return new Message(
                "UNKNOWN_CODESYSTEM_CODING_NOT_CHECKED",
                "A definition for CodeSystem '" + system + "' could not be found, so this coding was not checked");
    }

    private static String versions(List<String> known) {
        if (known.size() < 3) {
            return String.join(" or ", known);
        }
        return String.join(", ", known.subList(0, known.size() - 1)) + " and " + known.get(known.size() - 1);
    }

    /** @param canonical with its version, where one is asked for */
    public static Message unknownValueSet(String canonical) {
        return new Message(
                "Unable_to_resolve_value_Set_",
                "A definition for the value Set '" + canonical + "' could not be found");
    }

    /**
     * A value set that another one imports, where that is expanded.
     *
     * @param version null where the import names none
     */
    public static Message unknownImport(String url, String version) {
        return version == null
                ? new Message("VS_EXP_IMPORT_UNK", "Unable to find included value set '" + url + "'")
                : new Message(
                        "VS_EXP_IMPORT_UNK_PINNED",
                        "Unable to find included value set '" + url + "' version '" + version + "'");
    }

    /**
     * An expansion that has more members than are answered without pages.
     *
     * @param valueSet versioned URL
     * @param limit the most that would be
     */
    public static Message tooManyCodes(String valueSet, int limit) {
        return new Message(
                "VALUESET_TOO_COSTLY",
                "The value set '" + valueSet + "' expansion has too many codes to produce (>" + limit + ")");
    }

    /**
     * A value set that imports itself, by whatever way.
     *
     * @param path canonicals of the value sets that lead to it
     */
    public static Message cycle(String valueSet, List<String> path) {
        return new Message(
                "VALUESET_CIRCULAR_REFERENCE",
                "Found a circularity pointing to " + valueSet + " processing ValueSet with pathway " + path);
    }

    /** @param system URL of the code system that is filtered */
    public static Message filterWithoutValue(String system, String property, String operator) {
        return new Message(
                "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE",
                "The system " + system + " filter with property = " + property + ", op = " + operator
                        + " has no value");
    }

    /** A filter that FHIR does not know, or the code system has no answer to. */
    public static Message filterNotUnderstood(String property, String operator, String value) {
        return new Message(
                "FILTER_NOT_UNDERSTOOD",
                "The filter \"" + property + " " + operator + " " + value + "\" is not understood or supported");
    }

    /** @param supplements canonicals of those that the request or the value set needs and that are not there; at least one */
    public static Message missingSupplements(List<String> supplements) {
        return supplements.size() == 1
                ? new Message("VALUESET_SUPPLEMENT_MISSING", "Required supplement not found: " + supplements.get(0))
                : new Message(
                        "VALUESET_SUPPLEMENT_MISSING",
                        "Required supplements not found: " + String.join(",", supplements));
    }

    /** A code that is right but for upper and lower case, in a code system where these say nothing. */
    public static Message caseDiffers(String given, String right, CodeSystemHeader system) {
        return new Message(
                "CODE_CASE_DIFFERENCE",
                "The code '" + given + "' differs from the correct code '" + right
                        + "' by case. Although the code system '" + system.versionedUrl()
                        + "' is case insensitive, implementers are strongly encouraged to use the correct case anyway");
    }

    /** @param status of the concept; null or inactive where nothing more is known */
    public static Message inactiveConcept(String code, String status) {
        boolean plain = status == null || status.equals("inactive");
        return new Message(
                "INACTIVE_CONCEPT_FOUND",
                "The concept '" + code + "' has a status of " + (plain ? "inactive" : status + " and inactive")
                        + " and its use should be reviewed");
    }

    /** A code that its code system would rather see replaced. */
    public static Message deprecatedConcept(String code) {
        return new Message(
                "DEPRECATED_CONCEPT_FOUND", "The concept '" + code + "' is deprecated and its use should be reviewed");
    }

    /**
     * A code whose listing in the value set is marked so, whatever the code system says of it.
     *
     * @param system URL of the code system
     * @param status of the listing, such as deprecated or withdrawn
     * @param valueSet versioned URL
     */
    public static Message deprecatedInValueSet(String system, String code, String status, String valueSet) {
        return new Message(
                "CONCEPT_DEPRECATED_IN_VALUESET",
                "The presence of the concept '" + code + "' in the system '" + system + "' in the value set " + valueSet
                        + " is marked with a status of " + status + " and its use should be reviewed");
    }

    /** @param state deprecated, withdrawn, retired, experimental or draft */
    public static Message reference(String state, String type, String canonical) {
        return new Message(
                "MSG_" + state.toUpperCase(java.util.Locale.ROOT),
                "Reference to " + state + " " + type + " " + canonical);
    }

    /**
     * @param version that would be used; empty where the code system has none
     * @param required by the request's {@code check-system-version}
     */
    public static Message wrongVersion(String system, String version, String required) {
        return new Message(
                "VALUESET_VERSION_CHECK",
                "The version '" + version + "' is not allowed for system '" + system + "': required to be '" + required
                        + "' by a version-check parameter");
    }

    /**
     * A coding of another version than the value set includes.
     *
     * @param included version that the value set names; empty for none
     * @param given version of the coding
     */
    public static Message versionMismatch(String system, String included, String given) {
        return new Message(
                "VALUESET_VALUE_MISMATCH",
                "The code system '" + system + "' version '" + included
                        + "' in the ValueSet include is different to the one in the value ('" + given + "')");
    }

    /**
     * A coding of another version than the one that a rule of the request put in place of the value set's.
     *
     * @param version that the rule leads to
     * @param included version that the value set names; empty for none
     * @param given version of the coding
     */
    public static Message versionMismatchAfterRule(String system, String version, String included, String given) {
        return new Message(
                "VALUESET_VALUE_MISMATCH_CHANGED",
                "The code system '" + system + "' version '" + version + "' resulting from the version '" + included
                        + "' in the ValueSet include is different to the one in the value ('" + given + "')");
    }

    /**
     * A coding of another version than the one that is taken where neither value set nor request names any.
     *
     * @param version that is taken
     * @param given version of the coding
     */
    public static Message versionMismatchByDefault(String system, String version, String given) {
        return new Message(
                "VALUESET_VALUE_MISMATCH_DEFAULT",
                "The code system '" + system + "' version '" + version
                        + "' for the versionless include in the ValueSet include is different to the one in the value ('"
                        + given + "')");
    }

    /**
     * A request whose rules give a code system two versions.
     *
     * @param override whether both rules force their version, and neither is a default
     */
    public static Message severalRules(String system, String one, String other, boolean override) {
        return override
                ? new Message(
                        "SYSTEM_VERSION_MULTIPLE_OVERRIDE",
                        "Multiple version overrides found for system " + system + ": '" + one + "', '" + other + "')")
                : new Message(
                        "SYSTEM_VERSION_MULTIPLE_DEFAULT",
                        "Multiple default versions found for system " + system + ": '" + one + "', '" + other + "')");
    }

    /** @param language what the request has as {@code displayLanguage} */
    public static Message invalidLanguage(String language) {
        return new Message("INVALID_DISPLAY_NAME", "Invalid displayLanguage: '" + language + "'");
    }

    /** Of something for which HL7's tools have no id. */
    public static Message plain(String text) {
        return new Message(null, text);
    }
}
