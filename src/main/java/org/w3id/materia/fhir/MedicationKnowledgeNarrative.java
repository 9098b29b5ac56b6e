package org.w3id.materia.fhir;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Narrative;
import org.w3id.materia.extract.fact.Caution;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.extract.fact.Mechanism;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.fhir.dosage.DoseSummary;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;

/** What MedicationKnowledge holds, for a person: each dosing sentence with what was computed of it. */
final class MedicationKnowledgeNarrative {
    private static final String DISCLAIMER =
            "Read by a program from the text of the monograph, which alone is authoritative. It may be incomplete, and"
                    + " that something is not listed does not say that it is safe. It does not replace professional judgement.";

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
        if (!facts.indications().isEmpty()) {
            narrative
                    .heading("Indications")
                    .list(facts.indications().stream()
                            .map(Indication::condition)
                            .distinct()
                            .toList());
        }
        if (!facts.contraindications().isEmpty()) {
            narrative
                    .heading("Contraindications")
                    .list(facts.contraindications().stream()
                            .map(c -> c.condition() + " ("
                                    + display("strength", c.strength().code()) + ")")
                            .toList());
        }
        names(narrative, "Cautions", facts.cautions().stream().map(Caution::condition));
        names(narrative, "Interactions", facts.interactions().stream().map(Interaction::agent));
        names(narrative, "Undesirable effects", facts.effects().stream().map(UndesirableEffect::effect));
        if (!facts.mechanisms().isEmpty()) {
            narrative
                    .heading("Mechanism")
                    .paragraph(facts.mechanisms().stream().map(Mechanism::text).collect(Collectors.joining(" ")));
        }
        return narrative.line("Note", DISCLAIMER).additional();
    }

    private static void names(NarrativeBuilder narrative, String heading, Stream<String> names) {
        List<String> once = names.distinct().toList();
        if (!once.isEmpty()) {
            narrative.heading(heading).paragraph(String.join(", ", once));
        }
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
        String context = statement.scope().context().map(c -> c + ": ").orElse("");
        return (whom.isEmpty() ? "" : whom + ": ")
                + context
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
