package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.Band;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Schedule;

/** A short notation for what the grammar reads, so that tables of examples stay readable. */
public final class Notation {
    private Notation() {}

    /** "5..10 mg/kg/d", "..10 mg", "1 {tablet}". */
    public static String of(Amount a) {
        return range(a.low(), a.high()) + " " + a.ucum();
    }

    public static String of(Extent e) {
        return range(e.low(), e.high()) + " " + e.unit();
    }

    public static String of(Band b) {
        return range(b.low(), b.high()) + " " + b.unit();
    }

    /** "2x/1d", "1-3x/1d", "..3x/1d", "1x/4..6h", with times of day and cycle days behind. */
    public static String of(Schedule s) {
        List<String> parts = new ArrayList<>();
        s.period()
                .ifPresent(p -> parts.add(frequency(s) + "x/"
                        + range(Optional.of(p), s.periodMax().or(() -> Optional.of(p)))
                        + s.periodUnit().orElseThrow()));
        parts.addAll(s.when());
        parts.addAll(s.daysOfWeek());
        if (!s.cycleDays().isEmpty()) {
            parts.add("days " + s.cycleDays().stream().map(String::valueOf).collect(Collectors.joining(","))
                    + s.cycleLength().map(l -> "/" + l).orElse(""));
        }
        return String.join(" ", parts);
    }

    public static String of(Recurrence r) {
        return of(new Schedule(
                r.frequency(),
                r.frequencyMax(),
                Optional.of(r.period()),
                r.periodMax(),
                Optional.of(r.unit()),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    public static String of(PatientGroup g) {
        return g.population().map(p -> p.code()).orElse("-")
                + g.age().map(b -> " " + of(b)).orElse("")
                + g.weight().map(b -> " " + of(b)).orElse("")
                + g.clearance().map(b -> " " + of(b)).orElse("");
    }

    /** "initial 5 mg 2x/1d for 7 d over 60 min as needed max 20 mg/1d #2 by oral {adult} for pain if (if tolerated)". */
    public static String of(DoseReading r) {
        List<String> parts = new ArrayList<>(List.of(of(r.dose(), r.maxima())));
        parts.removeIf(String::isEmpty);
        r.routes().stream()
                .filter(n -> n.strength() == 2)
                .map(n -> n.route().code())
                .distinct()
                .reduce((a, b) -> a + "+" + b)
                .ifPresent(w -> parts.add("by " + w));
        if (!r.groups().isEmpty()) {
            parts.add(r.groups().stream().map(Notation::of).collect(Collectors.joining(", ", "{", "}")));
        }
        r.indications().forEach(i -> parts.add("for <" + i + ">"));
        r.conditions().forEach(c -> parts.add("(" + c + ")"));
        r.ingredient().ifPresent(i -> parts.add("of " + i));
        return String.join(" ", parts);
    }

    /** What a dose itself says, with its maxima. */
    public static String of(DoseStatement.Dose d, List<DoseStatement.Maximum> maxima) {
        List<String> parts = new ArrayList<>();
        if (d.stage() != Stage.GENERAL) {
            parts.add(d.stage().code());
        }
        d.amount().ifPresent(a -> parts.add(of(a)));
        d.schedule().ifPresent(s -> parts.add(of(s)));
        d.course().ifPresent(e -> parts.add("for " + of(e)));
        d.administration().ifPresent(e -> parts.add("over " + of(e)));
        if (d.asNeeded()) {
            parts.add("as needed");
        }
        maxima.forEach(m -> parts.add(
                "max " + of(m.amount()) + m.period().map(p -> "/" + of(p)).orElse("")));
        d.sequence().ifPresent(n -> parts.add("#" + n));
        return String.join(" ", parts);
    }

    /** All that a sentence states, parted by bars; "text" where nothing can be computed. */
    static String ofSentence(String sentence, String... ingredients) {
        List<DoseReading> doses =
                reader(sentence, ingredients).read(Optional.empty()).doses();
        return doses.isEmpty() ? "text" : doses.stream().map(Notation::of).collect(Collectors.joining(" | "));
    }

    public static SentenceReader reader(String sentence, String... ingredients) {
        return new SentenceReader(
                Tokens.of(sentence), Substances.of(OwnNames.of(List.of(ingredients), List.of()), List.of()));
    }

    private static String frequency(Schedule s) {
        if (s.frequency().isEmpty()) {
            return s.frequencyMax().map(m -> ".." + m).orElse("");
        }
        return s.frequency().get() + s.frequencyMax().map(m -> "-" + m).orElse("");
    }

    private static String range(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        boolean single = low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
        return single
                ? low.get().toPlainString()
                : low.map(BigDecimal::toPlainString).orElse("") + ".."
                        + high.map(BigDecimal::toPlainString).orElse("");
    }
}
