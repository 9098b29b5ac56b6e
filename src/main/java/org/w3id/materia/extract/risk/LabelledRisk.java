package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.risk.clause.Level;
import org.w3id.materia.extract.risk.name.NamedRisk;
import org.w3id.materia.extract.risk.name.Organ;

/** A label that names risks, and what the text under it says of them. */
final class LabelledRisk {
    private static final Set<RiskKind> POPULATIONS = EnumSet.of(RiskKind.PREGNANCY, RiskKind.LACTATION, RiskKind.AGE);

    private final Statement label;
    private final List<NamedRisk> names;
    private final Optional<Level> standing;
    private final Share share;
    private final List<RiskStatement> found = new ArrayList<>();
    private final Set<RiskKind> reassured = EnumSet.noneOf(RiskKind.class);
    private Optional<Level> directed = Optional.empty();

    private LabelledRisk(Statement label, List<NamedRisk> names, Optional<Level> standing, Share share) {
        this.label = label;
        this.names = List.copyOf(names);
        this.standing = standing;
        this.share = share;
    }

    /** Which of its names a label still warns of beside what the text under it names. */
    private enum Share {
        /** All that the text does not repeat. */
        ALL,
        /** The same; and the harms that the text tells are members of what it names. */
        SECTION,
        /** Those of a sort that the text names nothing of. */
        UNCOVERED,
        /** All where the text names nothing. */
        ALONE
    }

    /** A label that warns of what it names by its place: at the head of its own text. */
    static LabelledRisk standing(Statement label, List<NamedRisk> names, Level level) {
        return new LabelledRisk(label, names, Optional.of(level), Share.UNCOVERED);
    }

    /** A label that is an item of a list of warnings: all its names count, whatever else stands under it. */
    static LabelledRisk item(Statement label, List<NamedRisk> names, Level level) {
        return new LabelledRisk(label, names, Optional.of(level), Share.ALL);
    }

    /** The head of a numbered section on a risk: all its names count, and what the text tells of them besides. */
    static LabelledRisk section(Statement label, List<NamedRisk> names) {
        return new LabelledRisk(label, names, Optional.of(Level.CAUTION), Share.SECTION);
    }

    /** A label that names what is watched, "Liver function": that is warned of where the text names nothing else. */
    static LabelledRisk measure(Statement label, List<NamedRisk> names) {
        return new LabelledRisk(label, names, Optional.of(Level.CAUTION), Share.ALONE);
    }

    /** A label that warns only where the text under it does. */
    static LabelledRisk mention(Statement label, List<NamedRisk> names) {
        return new LabelledRisk(label, names, Optional.empty(), Share.UNCOVERED);
    }

    boolean isSection() {
        return share == Share.SECTION;
    }

    /** Whether a name only tells more of a risk that the head of its section names: "acute myopia with eye pain" under "Acute myopia". */
    boolean describes(NamedRisk named) {
        return isSection()
                && names.stream()
                        .map(n -> n.name().text())
                        .anyMatch(n -> !n.equals(named.name().text())
                                && named.name().text().contains(n));
    }

    Statement label() {
        return label;
    }

    /** What it names as a risk; nothing where it names only what is watched. */
    List<NamedRisk> names() {
        return share == Share.ALONE ? List.of() : names;
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
        if (directed.isEmpty() || level.compareTo(directed.get()) < 0) {
            directed = Optional.of(level);
        }
    }

    /** How firmly the text warns of what the label names; empty where it does not. */
    Optional<Level> level() {
        return directed.filter(d -> standing.isEmpty() || d.compareTo(standing.get()) < 0)
                .or(() -> standing);
    }

    /** What the label names and the text under it does not. */
    List<NamedRisk> missing() {
        if (level().isEmpty()) {
            return List.of();
        }
        boolean onlyCautions = found.stream().noneMatch(r -> r.level().forbids());
        boolean firmer = level().filter(Level::forbids).isPresent() && onlyCautions;
        return names.stream().filter(n -> firmer || isLeft(n)).toList();
    }

    private boolean isLeft(NamedRisk named) {
        return switch (share) {
            case ALL, SECTION -> !isFound(named);
            case UNCOVERED -> !isCovered(named);
            case ALONE -> found.isEmpty();
        };
    }

    private boolean isFound(NamedRisk named) {
        return found.stream().anyMatch(r -> r.condition().equals(named.name().text()));
    }

    private boolean isCovered(NamedRisk named) {
        RiskKind kind = named.name().kind();
        if (NamedRisks.isWayOfUse(named.name().text())) {
            // What a way of use does is not the way of use.
            return !reassured.isEmpty() || found.stream().anyMatch(r -> NamedRisks.isWayOfUse(r.condition()));
        }
        if (named.isOrgan() && reassured.isEmpty()) {
            // Where the severe form forbids the drug, the others are still to be heeded.
            return found.stream()
                    .anyMatch(r -> r.level().forbids()
                            ? Organ.weak(r.condition()).isPresent()
                            : !POPULATIONS.contains(r.kind()));
        }
        return POPULATIONS.contains(kind)
                ? reassured.contains(kind) || found.stream().anyMatch(r -> r.kind() == kind && !isFertile(r))
                : !reassured.isEmpty() || found.stream().anyMatch(r -> !POPULATIONS.contains(r.kind()));
    }

    /** "women of childbearing age" under "Pregnancy": the pregnancy itself is still to be named. */
    private static boolean isFertile(RiskStatement risk) {
        return risk.kind() == RiskKind.PREGNANCY && risk.condition().contains(" of ");
    }
}
