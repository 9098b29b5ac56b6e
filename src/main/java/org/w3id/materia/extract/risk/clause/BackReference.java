package org.w3id.materia.extract.risk.clause;

import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Words;

/** Tells clauses that leave whom they are about to the label above them or to the sentence before. */
public final class BackReference {
    /** Not the drug as such is forbidden, but some way of using it. */
    private static final Set<String> LIMITS = Lexicon.words("""
            unnecessary | indiscriminate | excessive | high-dose | concurrent | concomitant | simultaneous |
            combined""");

    private static final Pattern REFERS_BACK =
            Pattern.compile("(?i)\\b(?:these|this|such|those|the latter) (?:periods?|populations?|(?:age"
                    + " )?groups?|patients|individuals|cases|stages?|conditions|women|times?)\\b");
    private static final Pattern USE =
            Pattern.compile("^(?:its )?(?:use|using|taking)(?: (?:it|(?:of )?th(?:is|e) \\w+))?\\s*");
    /** Whom or what for, how long: what is said of them is not said of the label. */
    private static final Pattern OBJECT =
            Pattern.compile("^(?:in|for|by|with|when|if|below|above) (?!th(?:is|ese)\\b|treating\\b)");

    private static final int SHORT = 25;

    private BackReference() {}

    /** Whether a clause speaks of what the sentence before named: "not recommended in these patients". */
    public static boolean refersBack(Clause clause) {
        return REFERS_BACK
                .matcher(clause.words().text())
                .region(clause.start(), clause.end())
                .find();
    }

    /** Whether a directive is about the drug alone, so that it holds for what the label names. */
    public static boolean bindsLabel(Clause clause, Directive directive) {
        if (new Clause(clause.words(), clause.from(), directive.from()).has(LIMITS)) {
            return false;
        }
        Words words = clause.words();
        int end = directive.to();
        int last = Ends.of(words, end, clause.to());
        while (end < last && !words.isSemicolon(end)) {
            end++;
        }
        String said =
                end == directive.to() ? "" : words.text().substring(words.end(directive.to() - 1), words.end(end - 1));
        String behind = USE.matcher(said.replace(",", "").strip()).replaceFirst("");
        return behind.length() < SHORT && !OBJECT.matcher(behind).find()
                || behind.startsWith("unless")
                || behind.startsWith("without");
    }
}
