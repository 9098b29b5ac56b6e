package org.w3id.materia.fhir;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Narrative;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.Mechanism;
import org.w3id.materia.extract.MonographFacts;
import org.w3id.materia.extract.PatientGroup;

/** What MedicationKnowledge holds, for a person: each dosing sentence with what was computed of it. */
final class MedicationKnowledgeNarrative {
    private final MonographScope scope;

    MedicationKnowledgeNarrative(MonographScope scope) {
        this.scope = scope;
    }

    /** Goes on from what the product is. */
    Narrative of(NarrativeBuilder narrative) {
        MonographFacts facts = scope.facts();
        if (!facts.dosing().isEmpty()) {
            narrative
                    .heading("Dosing")
                    .list(facts.dosing().stream().map(this::dose).toList());
        }
        if (!facts.contraindications().isEmpty()) {
            narrative
                    .heading("Contraindications")
                    .list(facts.contraindications().stream()
                            .map(c -> c.condition() + " ("
                                    + display("strength", c.strength().code()) + ")")
                            .toList());
        }
        if (!facts.mechanisms().isEmpty()) {
            narrative
                    .heading("Mechanism")
                    .paragraph(facts.mechanisms().stream().map(Mechanism::text).collect(Collectors.joining(" ")));
        }
        return narrative.generated();
    }

    private String dose(DoseStatement statement) {
        String whom = Stream.of(
                        statement.groups().stream().map(PatientGroup::words),
                        statement.indication().stream(),
                        statement.ingredient().stream(),
                        stage(statement).stream())
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
        String computed = DoseSummary.of(statement);
        return (whom.isEmpty() ? "" : whom + ": ")
                + statement.text()
                + (computed.isEmpty() ? "" : " [" + computed + "]");
    }

    private List<String> stage(DoseStatement statement) {
        return statement.stage() == DoseStatement.Stage.GENERAL
                ? List.of()
                : List.of(display("dosing-stage", statement.stage().code()));
    }

    private String display(String codeSystem, String code) {
        return scope.vocabulary().codes(codeSystem).display(code);
    }
}
