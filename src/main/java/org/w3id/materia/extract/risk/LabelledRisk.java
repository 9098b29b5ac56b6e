package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.extract.Statement;

/** A label that names risks, and what the text under it says of them. */
final class LabelledRisk {
    private static final Set<RiskKind> POPULATIONS = EnumSet.of(RiskKind.PREGNANCY, RiskKind.LACTATION, RiskKind.AGE);

    private final Statement label;
    private final List<NamedRisk> names;
    private final List<RiskStatement> found = new ArrayList<>();
    private final Set<RiskKind> reassured = EnumSet.noneOf(RiskKind.class);
    private Optional<Level> unbound = Optional.empty();

    LabelledRisk(Statement label, List<NamedRisk> names) {
        this.label = label;
        this.names = List.copyOf(names);
    }

    Statement label() {
        return label;
    }

    List<NamedRisk> names() {
        return names;
    }

    /** Whether a statement stands under the label. */
    boolean governs(Statement statement) {
        return statement.governors().stream().anyMatch(g -> g.text() == label.text());
    }

    void found(List<RiskStatement> risks) {
        found.addAll(risks);
    }

    /** Takes note that the text calls the drug safe in these states. */
    void reassured(List<NamedRisk> safe) {
        safe.forEach(n -> reassured.add(n.name().kind()));
    }

    /** Takes note of a directive about the drug alone: it holds for what the label names. */
    void directed(Level level) {
        unbound = Optional.of(level);
    }

    /** How firmly the text warns of what the label names. */
    Level level() {
        return unbound.orElse(Level.CAUTION);
    }

    /** What the label names and the text under it does not. */
    List<NamedRisk> missing() {
        boolean onlyCautions = found.stream().noneMatch(r -> r.level().forbids());
        return names.stream()
                .filter(n -> !isCovered(n.name().kind()) || level().forbids() && onlyCautions)
                .toList();
    }

    private boolean isCovered(RiskKind kind) {
        return POPULATIONS.contains(kind)
                ? reassured.contains(kind) || found.stream().anyMatch(r -> r.kind() == kind)
                : !reassured.isEmpty() || !found.isEmpty();
    }
}
