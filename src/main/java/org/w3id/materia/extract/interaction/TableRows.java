package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.Passage;

/** Tables whose rows begin with agents: the cells behind them say what happens, or what to do about it. */
final class TableRows {
    private static final Pattern MANAGEMENT_HEADER =
            Pattern.compile("(?i).*\\b(?:to do|manage\\w*|advice|action|recommend\\w*|measures?|handling)\\b.*");

    /** Keys of the interactions that each first cell names. */
    private final IdentityHashMap<Passage, List<String>> named = new IdentityHashMap<>();

    /** Takes note of an interaction that a statement names; only cells matter. */
    void named(Statement statement, String key) {
        if (statement.isInRowHead()) {
            named.computeIfAbsent(statement.rowHead().orElseThrow(), cell -> new ArrayList<>())
                    .add(key);
        }
    }

    /** The interactions that the row of a cell began with; none where it did not begin with agents. */
    List<String> begunBefore(Statement statement) {
        return statement.role() == Role.CELL && !statement.isInRowHead()
                ? named.getOrDefault(statement.rowHead().orElseThrow(), List.of())
                : List.of();
    }

    /** An interaction with what a cell behind its agent adds. */
    static Interaction completed(Interaction interaction, Statement cell) {
        boolean manages = cell.innermost(Role.HEADING)
                .filter(header -> MANAGEMENT_HEADER.matcher(header.text()).matches())
                .isPresent();
        Map<Boolean, String> said = Pattern.compile("[;\n]\\s*")
                .splitAsStream(cell.wholeCell().text().strip())
                .filter(part -> !part.isBlank())
                .collect(Collectors.partitioningBy(
                        part -> manages || Consequence.of(part).management().isPresent(), Collectors.joining("; ")));
        return new Interaction(
                interaction.agent(),
                interaction.type(),
                interaction.effect().or(() -> stated(said.get(false))),
                interaction.management().or(() -> stated(said.get(true))),
                interaction.ingredient(),
                interaction.evidence());
    }

    private static Optional<String> stated(String words) {
        return Optional.of(words).filter(w -> !w.isEmpty());
    }
}
