package org.w3id.materia.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.extract.fact.Contraindication.Strength;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.fhir.dosage.DoseSummary;

/**
 * A fact in few words, for a person who compares it with the text.
 *
 * @param kind {@code ingredient}, {@code indication}, {@code dose}, {@code dosing as text}, {@code contraindication}, {@code caution},
 *     {@code interaction}, {@code undesirable effect}, {@code mechanism}, {@code question}, {@code route}, {@code dose form} or
 *     {@code class}
 * @param words what was understood
 * @param evidence where it stands
 */
public record FactInWords(String kind, String words, Evidence evidence) {
    /** All facts, in the order of the text. */
    static List<FactInWords> of(MonographFacts facts) {
        List<FactInWords> all = new ArrayList<>();
        facts.product().ingredients().forEach(i -> all.add(new FactInWords("ingredient", i.name(), i.evidence())));
        facts.product()
                .routes()
                .forEach(r -> all.add(new FactInWords("route", r.value().code(), r.evidence())));
        facts.product().doseForms().forEach(f -> all.add(new FactInWords("dose form", f.value(), f.evidence())));
        facts.product().classes().forEach(c -> all.add(new FactInWords("class", c.value(), c.evidence())));
        facts.indications().forEach(i -> all.add(new FactInWords("indication", indication(i), i.evidence())));
        facts.dosing().forEach(d -> all.add(dose(d)));
        facts.contraindications()
                .forEach(c -> all.add(new FactInWords(
                        "contraindication",
                        c.condition() + (c.strength() == Strength.CONTRAINDICATED ? "" : " (not recommended)"),
                        c.evidence())));
        facts.cautions().forEach(c -> all.add(new FactInWords("caution", c.condition(), c.evidence())));
        facts.interactions().forEach(i -> all.add(new FactInWords("interaction", i.agent(), i.evidence())));
        facts.effects().forEach(e -> all.add(new FactInWords("undesirable effect", effect(e), e.evidence())));
        facts.mechanisms().forEach(m -> all.add(new FactInWords("mechanism", m.text(), m.evidence())));
        facts.questions().forEach(q -> all.add(new FactInWords("question", q.question(), q.evidence())));
        all.sort(Comparator.comparing(f -> f.evidence().span()));
        return all;
    }

    private static String indication(Indication i) {
        return i.condition() + " (" + i.intent().code()
                + (i.status() == ApprovalStatus.STATED ? "" : ", " + i.status().code()) + ")";
    }

    /** A dose as a pharmacist reviews it: for whom and for what, the dose, and in brackets all that governs it. */
    private static FactInWords dose(DoseStatement d) {
        String context = d.scope().context().map(c -> " [" + c + "]").orElse("");
        if (!d.isComputed()) {
            String unread = d.unread().isEmpty() ? "" : " (not understood: " + String.join(", ", d.unread()) + ")";
            return new FactInWords("dosing as text", d.text() + unread + context, d.evidence());
        }
        Stream<String> stage =
                Stream.of(d.stage()).filter(s -> s != Stage.GENERAL).map(Stage::code);
        String whom = Stream.of(d.groups().stream().map(PatientGroup::words), d.indication().stream(), stage)
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
        String dose = (whom.isEmpty() ? "" : whom + ": ") + DoseSummary.of(d) + context;
        return new FactInWords("dose", dose, d.evidence());
    }

    private static String effect(UndesirableEffect e) {
        return e.effect() + (e.serious() ? " (serious)" : "");
    }
}
