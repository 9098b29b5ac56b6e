package org.w3id.materia.extract.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3id.materia.extract.fact.Product.Stated;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordRuns;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.SectionKind;

/** The entries of a lexicon that the sections on use and dosage name, each value once, where it stands first. */
public final class NamedPlaces {
    private static final Set<SectionKind> SECTIONS =
            Set.of(SectionKind.DOSAGE, SectionKind.USAGE, SectionKind.GENERIC_NAME);
    private static final String NOT_GIVEN =
            "\\bnot (?:an? )?(?:applicable|available|typically|usually|generally|commonly|used|administered|given"
                    + "|intended|recommended|standard|approved|for)\\b"
                    + "|\\bno (?:standard )?(?:intravenous|iv|oral|injectable)\\b|\\b(?:isn|aren|doesn|don)['’]t\\b";
    private static final Pattern NOT_THIS_WAY = Pattern.compile(NOT_GIVEN, Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIAL = Pattern.compile(
            NOT_GIVEN + "|\\bnever\\b|\\bdo not\\b|\\bunlike\\b|\\brather than\\b|\\bother (?:medications|drugs)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String source;
    private final List<Statement> statements;
    private final List<WordRuns> words;

    /** Places of the statements under a label that say that something is not given this way. */
    private final List<Integer> denials;

    public NamedPlaces(String source, List<Statement> statements) {
        this.source = source;
        this.statements = statements.stream()
                .filter(s -> SECTIONS.contains(s.section().kind()))
                .toList();
        this.words =
                this.statements.stream().map(s -> WordRuns.of(s.text().text())).toList();
        this.denials = IntStream.range(0, this.statements.size())
                .filter(i -> label(this.statements.get(i)).isPresent())
                .filter(i -> NOT_THIS_WAY
                        .matcher(this.statements.get(i).text().text())
                        .find())
                .boxed()
                .toList();
    }

    /** The values of the lexicon's entries that the statements name, in the order of the text. */
    public List<Stated<String>> of(Lexicon lexicon) {
        Map<String, Evidence> found = new LinkedHashMap<>();
        Map<Passage, Set<String>> denied = denied(lexicon);
        for (int i = 0; i < words.size(); i++) {
            Statement statement = statements.get(i);
            List<WordRuns.Run> runs = words.get(i).find(lexicon);
            boolean news = runs.stream().anyMatch(run -> !found.containsKey(run.value()));
            if (news && !DENIAL.matcher(statement.text().text()).find()) {
                Set<String> no = label(statement)
                        .map(l -> denied.getOrDefault(l, Set.of()))
                        .orElse(Set.of());
                for (WordRuns.Run run : runs) {
                    if (!no.contains(run.value())) {
                        found.computeIfAbsent(run.value(), v -> statement.evidence(source, run.start(), run.end()));
                    }
                }
            }
        }
        List<Stated<String>> stated = new ArrayList<>();
        found.forEach((value, evidence) -> stated.add(new Stated<>(value, evidence)));
        return stated;
    }

    /** "**Intravenous:** Not given this way. Single components may be given intravenously …": denied once, denied under the label. */
    private Map<Passage, Set<String>> denied(Lexicon lexicon) {
        Map<Passage, Set<String>> denied = new HashMap<>();
        for (int i : denials) {
            Statement statement = statements.get(i);
            Passage label = label(statement).orElseThrow();
            Set<String> values = denied.computeIfAbsent(label, l -> new HashSet<>());
            words.get(i).find(lexicon).forEach(run -> values.add(run.value()));
            if (statement.text().text().startsWith("Not ")) {
                WordRuns.of(label.text()).find(lexicon).forEach(run -> values.add(run.value()));
            }
        }
        return denied;
    }

    /** What a statement stands under; a label itself stands under itself. */
    private static Optional<Passage> label(Statement statement) {
        return statement.role() == Role.LABEL ? Optional.of(statement.text()) : statement.innermost(Role.LABEL);
    }
}
