package org.w3id.materia.terminology.operation;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.operation.expansion.Expansion;
import org.w3id.materia.terminology.operation.expansion.ExpansionLimit;
import org.w3id.materia.terminology.operation.expansion.ExpansionPage;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** {@code ValueSet/$expand} (FHIR R4, ValueSet operations, with what R5 and HL7's Terminology Ecosystem guide add). */
public final class ExpandOperation {
    private static final String[] REPEATED = {
        "excludeNested",
        "activeOnly",
        "includeDesignations",
        "includeDefinition",
        "excludeNotForUI",
        "excludePostCoordinated"
    };

    /** Date has no effect: what is loaded is current. An expansion is always complete, so incomplete-ok and its kin change nothing. */
    public static final ParameterTable PARAMETERS = ParameterTable.of(
                    "url",
                    "valueSet",
                    "valueSetVersion",
                    "date",
                    "property",
                    "useSupplement",
                    "versionsMatch",
                    "incomplete-ok",
                    "limitedExpansion")
            .echoing("filter", "displayLanguage", "designation", "offset", "count")
            .echoing(REPEATED)
            .refusing("context", "contextDirection", "exclude-system");

    private static final int MOST_CODES = 1000;

    private final TerminologyResources resources;
    private final TerminologyRequest request;

    public ExpandOperation(TerminologyLibrary library, TerminologyRequest request) {
        this.resources = new TerminologyResources(library, request);
        this.request = request;
    }

    /**
     * The value set with its expansion.
     *
     * @throws TerminologyFailure where there is none
     */
    public ValueSet run() {
        ValueSet valueSet = RequestedValueSet.of(resources);
        request.take(valueSet);
        ExpansionPage page = ExpansionPage.of(request);
        Expansion found = new Expansion(resources, valueSet, new ExpansionLimit(MOST_CODES, page), List.of()).gather();
        resources.checkSupplements();
        ValueSet answer = head(valueSet);
        write(answer, found, page);
        return answer;
    }

    private void write(ValueSet answer, Expansion found, ExpansionPage page) {
        ValueSetExpansionComponent expansion = answer.getExpansion();
        expansion.setIdentifier("urn:uuid:" + UUID.randomUUID()).setTimestampElement(DateTimeType.now());
        writeParameters(expansion, page);
        found.facts().write(expansion);
        resources.rules().used().forEach(r -> {
            if (!r.url().equals(answer.getUrl())) {
                expansion.addParameter().setName(r.parameter()).setValue(new UriType(r.canonical()));
            }
        });
        if (found.versionsMatch()) {
            expansion.addParameter().setName("versionsMatch").setValue(new BooleanType(true));
        }
        expansion.setTotal(found.size());
        boolean nested = found.canBeHierarchy() && !request.is("excludeNested", false) && page.holds(found.size());
        List<ValueSetExpansionContainsComponent> all =
                nested ? found.members().nested() : found.members().flat();
        page.write(expansion);
        page.of(all, found.skipped()).forEach(expansion::addContains);
        found.entries().defineProperties(expansion);
    }

    private void writeParameters(ValueSetExpansionComponent expansion, ExpansionPage page) {
        if (request.text("filter") != null) {
            expansion.addParameter().setName("filter").setValue(new StringType(request.text("filter")));
        }
        if (request.languages() != null) {
            expansion.addParameter().setName("displayLanguage").setValue(request.languageParameter());
        }
        request.texts("designation")
                .forEach(d -> expansion.addParameter().setName("designation").setValue(new StringType(d)));
        for (String name : REPEATED) {
            if (request.has(name)) {
                expansion.addParameter().setName(name).setValue(new BooleanType(request.is(name, false)));
            }
        }
        page.writeParameters(expansion);
    }

    /** The value set without its expansion, and without its definition unless that was asked for. */
    private ValueSet head(ValueSet valueSet) {
        ValueSet head = valueSet.copy();
        head.setExpansion(null);
        head.setId((String) null);
        head.setText(null);
        if (!request.is("includeDefinition", false)) {
            head.setCompose(null);
            head.setPurpose(null);
            head.setDescription(null);
            head.setContact(null);
            head.setCopyright(null);
            head.setPublisher(null);
            head.setExtension(null);
            head.setContained(null);
        }
        return head;
    }

    /** The value set that a request is about. */
    static final class RequestedValueSet {
        private RequestedValueSet() {}

        static ValueSet of(TerminologyResources resources) {
            TerminologyRequest request = resources.request();
            ValueSet given = request.resource("valueSet", ValueSet.class);
            if (given != null) {
                return given;
            }
            String url = request.text("url");
            if (url == null) {
                throw TerminologyFailure.invalid(Issue.error(
                        IssueType.INVALID,
                        null,
                        null,
                        Messages.plain("Must provide either a ValueSet resource or a url parameter")));
            }
            String base = Canonicals.url(url);
            String version = version(Canonicals.version(url), request.text("valueSetVersion"));
            return resources
                    .valueSet(base, version)
                    .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                            IssueType.NOTFOUND,
                            null,
                            IssueKind.NOT_FOUND,
                            Messages.unknownValueSet(
                                    Canonicals.join(base, resources.rules().version(base, version))))));
        }

        /** That of the canonical or that of the parameter, which may not contradict it. */
        private static String version(String ofCanonical, String ofParameter) {
            if (ofCanonical != null && ofParameter != null && !ofCanonical.equals(ofParameter)) {
                throw TerminologyFailure.invalid(Issue.error(
                        IssueType.INVALID,
                        null,
                        null,
                        Messages.plain("The url names the version '" + ofCanonical + "', and valueSetVersion '"
                                + ofParameter + "'")));
            }
            return ofCanonical == null ? ofParameter : ofCanonical;
        }
    }
}
