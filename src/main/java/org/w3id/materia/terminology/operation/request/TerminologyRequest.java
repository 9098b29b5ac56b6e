package org.w3id.materia.terminology.operation.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.codesystem.Languages;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.VersionRule.Effect;

/** The parameters of a terminology operation, as a client sent them and as the value set in question adds to them. */
public final class TerminologyRequest {
    private static final Map<String, Effect> RULES = Map.of(
            "system-version", Effect.DEFAULT,
            "check-system-version", Effect.CHECK,
            "force-system-version", Effect.FORCE,
            "default-valueset-version", Effect.DEFAULT,
            "check-valueset-version", Effect.CHECK,
            "force-valueset-version", Effect.FORCE);
    private static final Set<String> EXPANSION_PARAMETER = Set.of(
            "http://hl7.org/fhir/StructureDefinition/valueset-expansion-parameter",
            "http://hl7.org/fhir/tools/StructureDefinition/valueset-expansion-parameter");

    private final Map<String, List<Type>> values = new LinkedHashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<MetadataResource> supplied = new ArrayList<>();
    private final List<VersionRule> rules = new ArrayList<>();
    private final Set<String> supplements = new LinkedHashSet<>();
    private final boolean anyLanguageAtLast;
    private Languages requested;
    private Languages accepted;

    /**
     * @param acceptLanguage the header; null where absent
     * @param anyLanguageAtLast whether a display in another language is better than none, as in an expansion
     * @throws TerminologyFailure where a parameter has a wrong value
     */
    public TerminologyRequest(Parameters parameters, String acceptLanguage, boolean anyLanguageAtLast) {
        this.anyLanguageAtLast = anyLanguageAtLast;
        if (acceptLanguage != null && !acceptLanguage.isBlank()) {
            accepted = languages(acceptLanguage);
        }
        parameters.getParameter().forEach(this::read);
        if (resources.get("profile") instanceof Parameters profile) {
            profile.getParameter().forEach(this::read); // Behind the request's own, which go before it.
        }
        String language = text("displayLanguage");
        if (language != null && !language.isBlank()) {
            requested = languages(language);
        }
    }

    private Languages languages(String source) {
        try {
            Languages languages = Languages.parse(source);
            return anyLanguageAtLast ? languages.orAny() : languages;
        } catch (IllegalArgumentException e) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.PROCESSING, null, IssueKind.INVALID_DISPLAY, Messages.invalidLanguage(source)));
        }
    }

    private void read(ParametersParameterComponent parameter) {
        String name = parameter.getName();
        if (name.equals("tx-resource")
                || name.equals("valueSet")
                || name.equals("codeSystem")
                || name.equals("conceptMap")) {
            if (parameter.getResource() instanceof MetadataResource resource) {
                supplied.add(resource);
            }
        }
        if (parameter.getResource() != null) {
            resources.putIfAbsent(name, parameter.getResource());
        } else if (parameter.getValue() != null) {
            see(name, parameter.getValue());
        }
    }

    private void see(String name, Type value) {
        values.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
        if (RULES.containsKey(name)) {
            String canonical = simple(name, value);
            String version = Canonicals.version(canonical);
            if (version == null) {
                throw wrong("The parameter '" + name + "' has no version: '" + canonical + "'");
            }
            rules.add(new VersionRule(name, RULES.get(name), Canonicals.url(canonical), version));
        } else if (name.equals("useSupplement")) {
            supplements.add(simple(name, value));
        }
    }

    /** Takes what a value set says of its own expansion, where the client says nothing else. */
    public void take(ValueSet valueSet) {
        for (Extension extension : valueSet.getCompose().getExtension()) {
            Extension name = Extensions.first(extension, "name");
            Extension value = Extensions.first(extension, "value");
            if (EXPANSION_PARAMETER.contains(extension.getUrl()) && name != null && value != null) {
                String code = name.getValue().primitiveValue();
                if (RULES.containsKey(code) || !values.containsKey(code)) {
                    see(code, value.getValue());
                }
                if (code.equals("displayLanguage") && requested == null) {
                    requested = languages(value.getValue().primitiveValue());
                }
            }
        }
        if (accepted == null && valueSet.hasLanguage()) {
            accepted = languages(valueSet.getLanguage());
        }
    }

    /** Whether the request, or the value set in question, has a parameter of that name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private Type first(String name) {
        List<Type> all = values.get(name);
        return all == null ? null : all.get(0);
    }

    /**
     * Null where absent.
     *
     * @throws TerminologyFailure where it is no simple value
     */
    public String text(String name) {
        Type value = first(name);
        String text = value == null ? "" : simple(name, value);
        return text.isEmpty() ? null : text;
    }

    /** @throws TerminologyFailure where one is no simple value */
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(value -> simple(name, value))
                .toList();
    }

    /** What is in a value; empty where there is nothing but extensions. */
    private static String simple(String name, Type value) {
        if (!value.isPrimitive()) {
            throw wrong("The parameter '" + name + "' must be a simple value, and not a " + value.fhirType());
        }
        return value.hasPrimitiveValue() ? value.primitiveValue() : "";
    }

    private static TerminologyFailure wrong(String text) {
        return TerminologyFailure.invalid(Issue.error(IssueType.INVALID, null, null, Messages.plain(text)));
    }

    /** @throws TerminologyFailure where it is neither true nor false */
    public boolean is(String name, boolean otherwise) {
        Type value = first(name);
        if (value instanceof BooleanType b && b.hasValue()) {
            return b.booleanValue();
        }
        String text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw wrong("The parameter '" + name + "' must be true or false, and not '" + text + "'");
        }
        return text == null ? otherwise : text.equals("true");
    }

    /** @throws TerminologyFailure where it is no number, or below 0 */
    public int number(String name, int otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like what is negative.
        }
        throw wrong("The parameter '" + name + "' must be a whole number from 0 on, and not '" + text + "'");
    }

    /**
     * Null where absent.
     *
     * @throws TerminologyFailure where it is no Coding
     */
    public Coding coding(String name) {
        return complex(name, Coding.class);
    }

    /**
     * Null where absent.
     *
     * @throws TerminologyFailure where it is no CodeableConcept
     */
    public CodeableConcept concept(String name) {
        return complex(name, CodeableConcept.class);
    }

    private <T extends Type> T complex(String name, Class<T> type) {
        Type value = first(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong("The parameter '" + name + "' must be a " + type.getSimpleName() + ", and not a "
                    + value.fhirType());
        }
        return type.cast(value);
    }

    /** Null where absent. */
    public <T extends Resource> T resource(String name, Class<T> type) {
        Resource resource = resources.get(name);
        return type.isInstance(resource) ? type.cast(resource) : null;
    }

    /** Resources that came with the request. */
    public List<MetadataResource> supplied() {
        return supplied;
    }

    public List<VersionRule> rules() {
        return rules;
    }

    /** Supplements that have to be there. */
    public Set<String> supplements() {
        return supplements;
    }

    /** In which the client wants to see displays; null for any. */
    public Languages languages() {
        return requested == null ? accepted : requested;
    }

    /** The languages, as a message names them. */
    public String languageSummary() {
        return languages() == null ? "--" : languages().source();
    }

    /** The languages, as an expansion repeats them; null where any will do. */
    public CodeType languageParameter() {
        return languages() == null ? null : new CodeType(languages().source());
    }
}
