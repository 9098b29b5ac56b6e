package org.w3id.materia.server.pages.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.safety.stated.MedicineResources;
import org.w3id.materia.safety.stated.StatedEvidence;
import org.w3id.materia.safety.stated.Strength;
import org.w3id.materia.server.pages.medicine.Fact;
import org.w3id.materia.server.pages.medicine.FactReader;
import org.w3id.materia.server.pages.medicine.ProductFacts;

/** A question → the facts that answer it, each with its medicine. */
public final class AnswerReader {
    private static final String MOST = "500";

    private final Finder finder;
    private final OpenedClasses classes;
    private final FactReader facts;

    public AnswerReader(Finder finder, OpenedClasses classes, MedicineResources resources) {
        this.finder = finder;
        this.classes = classes;
        this.facts = new FactReader(resources);
    }

    /** @throws org.w3id.materia.model.Failure where the words cannot be searched for */
    public FindPage.Answers answers(Question question) {
        Map<String, FindPage.Row> rows = new LinkedHashMap<>();
        List<FhirQuery> queries = new ArrayList<>(question.queries());
        queries.addAll(question.openedBy(classes));
        int missing = 0;
        for (FhirQuery query : queries) {
            Finder.Found found = finder.find(query, "_count", MOST);
            missing += found.total() - found.resources().size();
            found.resources()
                    .forEach(r ->
                            rows.putIfAbsent(r.fhirType() + r.getIdElement().getIdPart(), row(r)));
        }
        if (question.kind() == Question.Kind.INTERACTS) {
            missing += addOfItsClasses(question, rows, queries);
        }
        List<FindPage.Row> sorted = FindPage.Row.joined(rows.values());
        return new FindPage.Answers(question, sorted, missing, queries);
    }

    /** What is stated of a class that the medicine is a member of. */
    private int addOfItsClasses(Question question, Map<String, FindPage.Row> rows, List<FhirQuery> queries) {
        Optional<FhirQuery> query = classes.interactionsWithClassesOf(question.about());
        if (query.isEmpty()) {
            return 0;
        }
        queries.add(query.get());
        Finder.Found found = finder.find(query.get(), "_count", MOST);
        for (Resource resource : found.resources()) {
            FindPage.Row row = row(resource);
            if (classes.isClassOf(row.statement().what(), question.about())) {
                rows.putIfAbsent(
                        resource.fhirType() + resource.getIdElement().getIdPart(),
                        row.as("interaction with its class"));
            }
        }
        return found.total() - found.resources().size();
    }

    private FindPage.Row row(Resource resource) {
        if (resource instanceof DetectedIssue issue) {
            Fact warning = facts.warning(new MedicineResources.Warning(issue, List.of()));
            return row(
                    issue.getImplicatedFirstRep(),
                    warning,
                    Strength.of(issue).code().replace('-', ' '));
        } else if (resource instanceof MedicinalProductInteraction interaction) {
            return row(interaction.getSubjectFirstRep(), facts.interaction(interaction), "interaction");
        } else if (resource instanceof MedicinalProductIndication indication) {
            return row(indication.getSubjectFirstRep(), facts.indication(indication), "used for");
        }
        MedicationKnowledge medicine = (MedicationKnowledge) resource;
        String id = medicine.getIdElement().getIdPart();
        List<Fact.Group> about = ProductFacts.of(medicine);
        String words = about.stream()
                .filter(g -> g.id().equals("class") || g.id().equals("ingredient"))
                .flatMap(g -> g.facts().stream())
                .map(Fact::text)
                .collect(Collectors.joining(", "));
        return new FindPage.Row(
                new Fact.MedicineLink(id, medicine.getCode().getText()),
                new FindPage.Statement("medicine", words, ""),
                FindPage.Source.NONE);
    }

    private static FindPage.Row row(Reference medicine, Fact fact, String kind) {
        String notes = fact.notes().stream()
                .map(note -> note.name() + ": " + note.text())
                .collect(Collectors.joining("; "));
        return new FindPage.Row(
                new Fact.MedicineLink(medicine.getReferenceElement().getIdPart(), medicine.getDisplay()),
                new FindPage.Statement(kind, fact.text(), notes),
                new FindPage.Source(
                        fact.evidence().map(StatedEvidence::sentence).orElse(""), fact.id()));
    }
}
