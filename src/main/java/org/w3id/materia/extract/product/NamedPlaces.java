package org.w3id.materia.extract.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Evidence;
import org.w3id.materia.extract.Product.Stated;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.WordRuns;
import org.w3id.materia.monograph.SectionKind;

/** The entries of a lexicon that the sections on use and dosage name, each value once, where it stands first. */
public final class NamedPlaces {
    private static final Set<SectionKind> SECTIONS =
            Set.of(SectionKind.DOSAGE, SectionKind.USAGE, SectionKind.GENERIC_NAME);
    private static final Pattern DENIAL = Pattern.compile(
            "\\bnot (?:applicable|available|typically|usually|generally|commonly|used|administered|given"
                    + "|intended|recommended|for)\\b|\\bno (?:standard )?(?:intravenous|iv|oral|injectable)\\b"
                    + "|\\b(?:isn|aren|doesn|don)['’]t\\b|\\bnever\\b|\\bdo not\\b|\\bunlike\\b|\\brather than\\b"
                    + "|\\bother (?:medications|drugs)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String source;
    private final List<Statement> statements;
    private final List<WordRuns> words;

    public NamedPlaces(String source, List<Statement> statements) {
        this.source = source;
        this.statements = statements.stream()
                .filter(s -> SECTIONS.contains(s.section().kind()))
                .toList();
        this.words =
                this.statements.stream().map(s -> WordRuns.of(s.text().text())).toList();
    }

    /** The values of the lexicon's entries that the statements name, in the order of the text. */
    public List<Stated<String>> of(Lexicon lexicon) {
        Map<String, Evidence> found = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Statement statement = statements.get(i);
            List<WordRuns.Run> runs = words.get(i).find(lexicon);
            boolean news = runs.stream().anyMatch(run -> !found.containsKey(run.value()));
            if (news && !DENIAL.matcher(statement.text().text()).find()) {
                for (WordRuns.Run run : runs) {
                    found.computeIfAbsent(run.value(), v -> statement.evidence(source, run.start(), run.end()));
                }
            }
        }
        List<Stated<String>> stated = new ArrayList<>();
        found.forEach((value, evidence) -> stated.add(new Stated<>(value, evidence)));
        return stated;
    }
}
