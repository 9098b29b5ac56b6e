package org.w3id.materia.terminology.operation;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.RequestedConcept;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/**
 * {@code CodeSystem/$find-matches} (FHIR R4, CodeSystem operations): the concepts that have all of some properties. A {@code property} has
 * the parts {@code code} and {@code value}, which a concept must have to the letter. {@code exact=false} and {@code compositional=true} are refused:
 * concepts that match in part are not looked for, and there is no grammar to compose with.
 */
public final class FindMatchesOperation {
    public static final ParameterTable PARAMETERS =
            ParameterTable.of("system", "version", "property", "exact", "compositional");

    private static final int MOST = 1000;

    /** Of the concepts of a code system that cannot be searched. */
    private static final int MOST_LOOKED_AT = 100_000;

    private record Wanted(String property, String value) {
        boolean isCode() {
            return property.equals("code") || property.equals("concept");
        }
    }

    private final TerminologyResources resources;
    private final TerminologyRequest request;
    private final Parameters parameters;

    /** @param parameters those that the request was read from */
    public FindMatchesOperation(TerminologyLibrary library, TerminologyRequest request, Parameters parameters) {
        this.resources = new TerminologyResources(library, request);
        this.request = request;
        this.parameters = parameters;
    }

    /** @throws TerminologyFailure where the code system is not known, nothing is asked for, or too much is found */
    public Parameters run() {
        if (!request.is("exact", true) || request.is("compositional", false)) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.NOTSUPPORTED,
                    null,
                    null,
                    Messages.plain("Only exact matches without composition are found by this system")));
        }
        if (request.text("system") == null) {
            throw invalid("Give 'system'");
        }
        CodeSystemProvider system = RequestedConcept.system(resources, request.text("system"), request.text("version"));
        List<Wanted> wanted = wanted();
        Parameters answer = new Parameters();
        for (Concept concept : candidates(system, wanted)) {
            if (wanted.stream().allMatch(w -> has(system, concept, w))) {
                if (answer.getParameter().size() == MOST) {
                    throw tooCostly("More than " + MOST + " concepts have these properties");
                }
                answer.addParameter()
                        .setName("match")
                        .addPart()
                        .setName("code")
                        .setValue(new Coding(system.header().url(), concept.code(), concept.display())
                                .setVersion(system.header().version()));
            }
        }
        return answer;
    }

    /** Concepts among which are all that are wanted: those that the code system finds by the properties that it can be asked for. */
    private static Iterable<Concept> candidates(CodeSystemProvider system, List<Wanted> wanted) {
        for (Wanted w : wanted) {
            if (w.isCode()) {
                return system.locate(w.value()).stream().toList();
            }
        }
        List<Filter> filters = wanted.stream()
                .map(w -> new Filter(w.property(), "=", w.value()))
                .filter(f -> !f.value().isEmpty() && system.filter(f).isPresent())
                .toList();
        if (filters.isEmpty() && system.size() > MOST_LOOKED_AT) {
            throw tooCostly(
                    "None of these properties can be searched for in a code system of " + system.size() + " concepts");
        }
        return filters.isEmpty()
                ? system.concepts()
                : system.select(ConceptQuery.of(filters), 0, MOST_LOOKED_AT).concepts();
    }

    private List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        parameters.getParameter().stream()
                .filter(p -> "property".equals(p.getName()))
                .forEach(p -> {
                    String code = null;
                    String value = null;
                    for (Parameters.ParametersParameterComponent part : p.getPart()) {
                        if ("code".equals(part.getName()) && part.hasValue()) {
                            code = part.getValue().primitiveValue();
                        } else if ("value".equals(part.getName()) && part.hasValue()) {
                            value = part.getValue() instanceof Coding coding
                                    ? coding.getCode()
                                    : part.getValue().primitiveValue();
                        } else {
                            throw invalid(
                                    "A 'property' has the parts 'code' and 'value', and not '" + part.getName() + "'");
                        }
                    }
                    if (code == null || value == null) {
                        throw invalid("A 'property' has the parts 'code' and 'value'");
                    }
                    wanted.add(new Wanted(code, value));
                });
        if (wanted.isEmpty()) {
            throw invalid("Give at least one 'property'");
        }
        return wanted;
    }

    private static boolean has(CodeSystemProvider system, Concept concept, Wanted wanted) {
        return switch (wanted.property()) {
            case "code", "concept" -> concept.code().equals(wanted.value());
            case "display" -> wanted.value().equals(concept.display());
            case "parent" ->
                system.parents(concept).stream().anyMatch(c -> c.code().equals(wanted.value()));
            case "child" ->
                system.children(concept).stream().anyMatch(c -> c.code().equals(wanted.value()));
            default ->
                concept.properties().stream()
                        .anyMatch(p -> p.code().equals(wanted.property())
                                && wanted.value().equals(p.text()));
        };
    }

    private static TerminologyFailure tooCostly(String text) {
        return TerminologyFailure.tooCostly(Issue.error(IssueType.TOOCOSTLY, null, null, Messages.plain(text)));
    }

    private static TerminologyFailure invalid(String text) {
        return TerminologyFailure.invalid(Issue.error(IssueType.INVALID, "property", null, Messages.plain(text)));
    }
}
