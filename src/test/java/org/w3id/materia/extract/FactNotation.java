package org.w3id.materia.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.extract.fact.UndesirableEffect;

/** Facts as lines that a pharmacist can review: a fact a line, in the order of the text. */
final class FactNotation {
    private final List<String> lines = new ArrayList<>();

    private FactNotation() {}

    /** All facts of a monograph, and what of its dosing stayed text. */
    static String of(MonographFacts facts) {
        FactNotation notation = new FactNotation();
        facts.product().ingredients().forEach(i -> notation.line("ingredient", i.name()));
        facts.indications().forEach(notation::indication);
        facts.dosing().forEach(notation::dose);
        facts.contraindications()
                .forEach(c -> notation.line(
                        "contraindication", c.condition(), c.strength().code(), name(c.kind())));
        facts.cautions().forEach(c -> notation.line("caution", c.condition(), name(c.kind())));
        facts.interactions()
                .forEach(i -> notation.line("interaction", i.agent(), i.type().code()));
        facts.effects().forEach(notation::effect);
        return String.join("\n", notation.lines) + "\n";
    }

    private void line(String kind, String... parts) {
        lines.add(kind + " " + String.join("; ", parts));
    }

    private static String name(RiskKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void indication(Indication i) {
        List<String> parts = new ArrayList<>(
                List.of(i.condition(), i.intent().code(), i.status().code()));
        i.populations().stream().map(FactNotation::group).forEach(parts::add);
        i.priorTherapy().ifPresent(p -> parts.add(p));
        line("indication", parts.toArray(String[]::new));
    }

    private void effect(UndesirableEffect e) {
        List<String> parts = new ArrayList<>(List.of(e.effect()));
        e.frequency().ifPresent(f -> parts.add(f.code()));
        if (e.serious()) {
            parts.add("serious");
        }
        line("effect", parts.toArray(String[]::new));
    }

    private void dose(DoseStatement d) {
        if (!d.isComputed()) {
            line("text", d.text(), "unread: " + String.join(", ", d.unread()));
            return;
        }
        List<String> parts = new ArrayList<>();
        if (d.stage() != Stage.GENERAL) {
            parts.add(d.stage().code());
        }
        d.amount().ifPresent(a -> parts.add(range(a.low(), a.high()) + " " + a.ucum()));
        d.schedule().ifPresent(s -> parts.add(schedule(s)));
        d.course().ifPresent(e -> parts.add("for " + range(e.low(), e.high()) + " " + e.unit()));
        d.administration().ifPresent(e -> parts.add("over " + range(e.low(), e.high()) + " " + e.unit()));
        if (d.asNeeded()) {
            parts.add("as needed");
        }
        d.maxima().stream().map(FactNotation::maximum).forEach(parts::add);
        d.route().ifPresent(r -> parts.add("by " + r.code()));
        d.groups().stream().map(FactNotation::group).forEach(parts::add);
        d.indication().ifPresent(i -> parts.add("in " + i));
        d.dose().sequence().ifPresent(n -> parts.add("step " + n));
        d.ingredient().ifPresent(i -> parts.add("of " + i));
        String context = d.scope().context().map(c -> " [" + c + "]").orElse("");
        line("dose", String.join(" ", parts) + context, d.text());
    }

    private static String maximum(Maximum m) {
        return "max " + m.amount().high().map(BigDecimal::toPlainString).orElse("?") + " "
                + m.amount().ucum()
                + m.period()
                        .map(p -> " in " + range(p.low(), p.high()) + " " + p.unit())
                        .orElse("");
    }

    private static String group(PatientGroup g) {
        List<String> parts = new ArrayList<>();
        g.population().ifPresent(p -> parts.add(p.code()));
        g.age().ifPresent(b -> parts.add("age " + range(b.low(), b.high()) + " " + b.unit()));
        g.weight().ifPresent(b -> parts.add("weight " + range(b.low(), b.high()) + " " + b.unit()));
        g.clearance().ifPresent(b -> parts.add("clearance " + range(b.low(), b.high()) + " " + b.unit()));
        if (parts.isEmpty()) {
            parts.add(g.words());
        }
        return "{" + String.join(" ", parts) + "}";
    }

    private static String schedule(Schedule s) {
        List<String> parts = new ArrayList<>();
        String frequency = s.frequency().map(String::valueOf).orElse("")
                + s.frequencyMax().map(m -> "-" + m).orElse("");
        s.period()
                .ifPresent(p -> parts.add(frequency + "x/"
                        + range(Optional.of(p), s.periodMax().or(() -> Optional.of(p)))
                        + s.periodUnit().orElseThrow()));
        parts.addAll(s.when());
        parts.addAll(s.daysOfWeek());
        if (!s.cycleDays().isEmpty()) {
            parts.add(s.cycleDays().stream().map(String::valueOf).collect(Collectors.joining(",", "days ", ""))
                    + s.cycleLength().map(l -> " of " + l).orElse(""));
        }
        return String.join(" ", parts);
    }

    private static String range(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        boolean single = low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
        return single
                ? low.get().toPlainString()
                : low.map(BigDecimal::toPlainString).orElse("") + ".."
                        + high.map(BigDecimal::toPlainString).orElse("");
    }
}
