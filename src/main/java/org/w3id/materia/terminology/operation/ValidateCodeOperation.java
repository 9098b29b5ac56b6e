package org.w3id.materia.terminology.operation;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.model.Failure;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.CodeSystemsInUse;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;
import org.w3id.materia.terminology.operation.validation.CodedValue;
import org.w3id.materia.terminology.operation.validation.ConceptValidation;
import org.w3id.materia.terminology.operation.validation.MembershipCheck;
import org.w3id.materia.terminology.operation.validation.ValidationAnswer;

/**
 * {@code $validate-code} of ValueSet and CodeSystem (FHIR R4, ValueSet and CodeSystem operations, with what HL7's Terminology Ecosystem
 * guide adds). Context is refused, as this server has no definitions of elements to look it up in.
 */
public final class ValidateCodeOperation {
    /** Of both. Date has no effect: what is loaded is current. HL7's tools also send what is for expansions, which has none either. */
    private static final ParameterTable OF_BOTH = ParameterTable.of(
                    "code",
                    "system",
                    "display",
                    "coding",
                    "codeableConcept",
                    "date",
                    "abstract",
                    "activeOnly",
                    "displayLanguage",
                    "inferSystem",
                    "lenient-display-validation",
                    "valueset-membership-only",
                    "useSupplement",
                    "versionsMatch",
                    "url")
            .and("count", "offset", "excludeNested", "includeDefinition", "includeDesignations", "incomplete-ok")
            .refusing("context");

    public static final ParameterTable OF_VALUE_SET = OF_BOTH.and("valueSet", "valueSetVersion", "systemVersion");

    public static final ParameterTable OF_CODE_SYSTEM = OF_BOTH.and("codeSystem", "version");

    private final TerminologyResources resources;
    private final TerminologyRequest request;

    public ValidateCodeOperation(TerminologyLibrary library, TerminologyRequest request) {
        this(library, request, new CodeSystemsInUse(library));
    }

    /** @param systems of the batch that the request belongs to */
    ValidateCodeOperation(TerminologyLibrary library, TerminologyRequest request, CodeSystemsInUse systems) {
        this.resources = new TerminologyResources(library, request, systems);
        this.request = request;
    }

    /**
     * Whether a code is in a value set.
     *
     * @throws TerminologyFailure where the request cannot be understood, or the value set is not known
     */
    public Parameters inValueSet() {
        ValueSet valueSet = ExpandOperation.RequestedValueSet.of(resources);
        CodedValue value = CodedValue.of(request, "system", "systemVersion")
                .orElseThrow(
                        () -> missing(
                                "Unable to find code to validate (looked for coding | codeableConcept | code+system | code+inferSystem in parameters"));
        MembershipCheck membership = new MembershipCheck(resources, valueSet, false);
        try {
            membership.prepare(List.of());
        } catch (TerminologyFailure e) {
            if (isAboutTheDefinition(e)) {
                throw e;
            }
            return ValidationAnswer.ofFailure(e, value);
        }
        resources.checkSupplements();
        return new ConceptValidation(resources, membership, value).run();
    }

    /** What is wrong with the value set as such is no answer about the code. */
    private static boolean isAboutTheDefinition(TerminologyFailure failure) {
        String id = failure.issue().message().id();
        return failure.category() == Failure.Category.TOO_COSTLY
                || failure.issue().kind() == IssueKind.VS_INVALID
                || id != null && id.startsWith("VALUESET_SUPPLEMENT");
    }

    /**
     * Whether a code is in a code system.
     *
     * @throws TerminologyFailure where the request cannot be understood, or a supplement is not there
     */
    public Parameters inCodeSystem() {
        CodedValue value = CodedValue.of(request, request.has("url") ? "url" : "system", "version")
                .orElseThrow(() -> missing(
                        "Unable to find code to validate (looked for coding | codeableConcept | code in parameters)"));
        CodeSystemHeader system;
        try {
            system = requestedSystem(value).header();
        } catch (TerminologyFailure e) {
            return ValidationAnswer.ofFailure(e, value);
        }
        resources.checkSupplements();
        try {
            return new ConceptValidation(resources, new MembershipCheck(resources, all(system), true), value).run();
        } catch (TerminologyFailure e) {
            return ValidationAnswer.ofFailure(e, value);
        }
    }

    private CodeSystemProvider requestedSystem(CodedValue value) {
        CodeSystem given = request.resource("codeSystem", CodeSystem.class);
        if (given != null) {
            return resources.plain(given);
        }
        Coding first = value.concept().getCodingFirstRep();
        String url = Optional.ofNullable(request.text("url")).orElse(first.getSystem());
        if (url == null) {
            throw TerminologyFailure.invalid(
                    Issue.warning(IssueType.INVALID, value.path(0), IssueKind.INVALID_DATA, Messages.noSystem()));
        }
        String stated = Optional.ofNullable(request.text("version")).orElse(first.getVersion());
        String version = resources.rules().version(url, stated);
        Optional<CodeSystemProvider> found = resources.exactCodeSystem(url, version);
        if (found.isPresent()) {
            return found.get();
        }
        String place = value.at(0, "system");
        Optional<String> supplement = resources.supplement(url);
        if (supplement.isPresent()) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.INVALID, place, IssueKind.INVALID_DATA, Messages.systemIsSupplement(supplement.get())));
        }
        if (resources.valueSet(url).isPresent()) {
            throw TerminologyFailure.invalid(
                    Issue.error(IssueType.INVALID, place, IssueKind.INVALID_DATA, Messages.systemIsValueSet(url)));
        }
        throw TerminologyFailure.unknownSystem(
                Canonicals.join(url, version),
                Issue.error(
                        IssueType.NOTFOUND,
                        place,
                        IssueKind.NOT_FOUND,
                        Messages.unknownSystem(url, version, resources.versions(url))));
    }

    /** The value set of all codes of a code system. */
    private static ValueSet all(CodeSystemHeader system) {
        String valueSet = system.description().valueSet();
        ValueSet all = new ValueSet();
        all.setUrl(valueSet == null ? system.url() + "/vs" : valueSet);
        all.setVersion(system.version()).setStatus(PublicationStatus.ACTIVE);
        all.getCompose().addInclude().setSystem(system.url()).setVersion(system.version());
        return all;
    }

    private static TerminologyFailure missing(String text) {
        return TerminologyFailure.invalid(Issue.error(IssueType.INVALID, null, null, Messages.plain(text)));
    }
}
