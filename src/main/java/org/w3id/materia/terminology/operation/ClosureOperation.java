package org.w3id.materia.terminology.operation;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.RequestedConcept;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;
import org.w3id.materia.terminology.operation.translation.ClosureTables;
import org.w3id.materia.terminology.operation.translation.ClosureTables.Subsumption;
import org.w3id.materia.terminology.operation.translation.ClosureTables.Table;

/**
 * {@code $closure} (FHIR R4, 4.7.12 Maintaining a Closure Table): {@code name} alone begins the table anew; with each {@code concept} that is added
 * the answer has the relations that it brings, with {@code version} all those that came after it.
 */
public final class ClosureOperation {
    public static final ParameterTable PARAMETERS = ParameterTable.of("name", "concept", "version");

    private final TerminologyResources resources;
    private final TerminologyRequest request;
    private final Parameters parameters;
    private final ClosureTables tables;

    /** @param parameters those that the request was read from */
    public ClosureOperation(
            TerminologyLibrary library, TerminologyRequest request, Parameters parameters, ClosureTables tables) {
        this.resources = new TerminologyResources(library, request);
        this.request = request;
        this.parameters = parameters;
        this.tables = tables;
    }

    /**
     * The new relations as a ConceptMap, each from the narrower concept to the one that subsumes it.
     *
     * @throws TerminologyFailure where the table has not been begun, a concept is not known, or the table is full
     */
    public ConceptMap run() {
        String name = request.text("name");
        if (name == null) {
            throw invalid("Give the 'name' of the closure table");
        }
        List<Coding> concepts = parameters.getParameter().stream()
                .filter(p -> "concept".equals(p.getName()) && p.getValue() instanceof Coding)
                .map(p -> (Coding) p.getValue())
                .toList();
        if (concepts.isEmpty() && !request.has("version")) {
            tables.begin(name);
            return answer(name, 0, List.of());
        }
        if (!concepts.isEmpty() && request.has("version")) {
            throw invalid("Give either 'concept' or 'version'");
        }
        Table table = tables.find(name)
                .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                        IssueType.NOTFOUND,
                        "name",
                        IssueKind.NOT_FOUND,
                        Messages.plain("There is no closure table '" + name + "'; begin it with its name alone"))));
        synchronized (table) {
            if (concepts.isEmpty()) {
                return answer(name, table.version(), table.since(request.number("version", 0)));
            }
            List<RequestedConcept> located = concepts.stream().map(this::locate).toList();
            if (table.concepts().size() + located.size() > Table.MOST_CONCEPTS) {
                throw TerminologyFailure.tooCostly(Issue.error(
                        IssueType.TOOCOSTLY,
                        "concept",
                        null,
                        Messages.plain("A closure table holds at most " + Table.MOST_CONCEPTS + " concepts")));
            }
            int before = table.version();
            table.add(located);
            return answer(name, table.version(), table.since(before));
        }
    }

    private RequestedConcept locate(Coding coding) {
        if (!coding.hasSystem() || !coding.hasCode()) {
            throw invalid("A 'concept' has a system and a code");
        }
        CodeSystemProvider system = RequestedConcept.system(resources, coding.getSystem(), coding.getVersion());
        return RequestedConcept.locate(system, coding.getCode());
    }

    private static ConceptMap answer(String name, int version, List<Subsumption> subsumptions) {
        ConceptMap map = new ConceptMap();
        map.setName(name).setVersion(Integer.toString(version)).setStatus(PublicationStatus.ACTIVE);
        map.setExperimental(true).setDateElement(DateTimeType.now());
        for (Subsumption subsumption : subsumptions) {
            String system = subsumption.narrower().system();
            ConceptMapGroupComponent group = map.getGroup().stream()
                    .filter(g -> g.getSource().equals(system))
                    .findFirst()
                    .orElseGet(() -> map.addGroup().setSource(system).setTarget(system));
            group.addElement()
                    .setCode(subsumption.narrower().code())
                    .addTarget()
                    .setCode(subsumption.broader().code())
                    .setEquivalence(ConceptMapEquivalence.SUBSUMES);
        }
        return map;
    }

    private static TerminologyFailure invalid(String text) {
        return TerminologyFailure.invalid(Issue.error(IssueType.INVALID, null, null, Messages.plain(text)));
    }
}
