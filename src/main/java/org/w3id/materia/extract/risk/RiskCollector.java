package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.risk.clause.Level;
import org.w3id.materia.extract.risk.name.NamedRisk;
import org.w3id.materia.extract.risk.name.Organ;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Passage.Range;
import org.w3id.materia.monograph.SectionKind;

/** Keeps each state once for each level, where it is stated first and most firmly. */
final class RiskCollector {
    private static final Set<String> ANY_ALLERGY = Set.of("hypersensitivity", "allergy", "allergies");

    private final String source;
    private final OwnNames own;
    private final Map<String, RiskStatement> risks = new LinkedHashMap<>();
    private final Map<Organ, Map<SectionKind, Passage>> organs = new EnumMap<>(Organ.class);

    RiskCollector(String source, OwnNames own) {
        this.source = source;
        this.own = own;
    }

    /** What has been added, in the order of the text; an allergy to nothing in particular only where none is to something. */
    List<RiskStatement> risks() {
        boolean named = risks.values().stream()
                .anyMatch(r -> r.level().forbids()
                        && r.kind() == RiskKind.ALLERGY
                        && r.condition().contains(" to "));
        return risks.values().stream()
                .filter(r -> !named || !r.level().forbids() || !ANY_ALLERGY.contains(r.condition()))
                .toList();
    }

    /** Adds what a statement names, with the words from the directive to the name as evidence; gives what it says. */
    List<RiskStatement> add(Statement statement, Level level, List<NamedRisk> names, Optional<Range> directive) {
        List<RiskStatement> said = new ArrayList<>();
        for (NamedRisk named : names) {
            RiskStatement risk = new RiskStatement(
                    underItsLabel(statement, named),
                    named.name().kind(),
                    level,
                    named.groups(),
                    own.ingredientOf(statement),
                    labelled(statement),
                    evidence(statement, named, directive));
            said.add(risk);
            if (!repeatsOrgan(statement, risk)) {
                keep(risk);
            }
        }
        return said;
    }

    private static String labelled(Statement statement) {
        return statement.innermost(Role.LABEL).map(l -> l.text() + ": ").orElse("")
                + statement.text().text();
    }

    /** "**Hypercalcemia:** People with high calcium levels (hypercalcemia) …": of two names, the one that the label has. */
    private static String underItsLabel(Statement statement, NamedRisk named) {
        String behind = statement.text().text().substring(named.phrase().end()).stripLeading();
        return statement
                .innermost(Role.LABEL)
                .map(label -> label.text().strip())
                .filter(label -> behind.regionMatches(true, 0, "(" + label + ")", 0, label.length() + 2))
                .map(label -> label.toLowerCase(Locale.ROOT))
                .orElse(named.name().text());
    }

    private Evidence evidence(Statement statement, NamedRisk named, Optional<Range> directive) {
        int start = Math.min(named.phrase().start(), directive.map(Range::start).orElse(Integer.MAX_VALUE));
        int end = Math.max(named.phrase().end(), directive.map(Range::end).orElse(0));
        return statement.evidence(source, start, end);
    }

    /** Whether an earlier statement of the same part asked for care with the same weak organ, in whatever words. */
    private boolean repeatsOrgan(Statement statement, RiskStatement risk) {
        if (risk.level().forbids()) {
            return false;
        }
        Optional<Passage> first = Organ.weak(risk.condition())
                .map(organ -> organs.computeIfAbsent(organ, o -> new EnumMap<>(SectionKind.class))
                        .putIfAbsent(statement.part(), statement.text()));
        return first.isPresent() && first.get() != statement.text();
    }

    private void keep(RiskStatement risk) {
        String key = (risk.level().forbids() ? "!" : "?")
                + risk.condition()
                + risk.groups()
                + risk.ingredient().orElse("");
        RiskStatement known = risks.get(key);
        if (known == null || risk.level().compareTo(known.level()) < 0) {
            risks.put(key, risk);
        }
    }
}
