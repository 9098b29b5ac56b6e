package org.w3id.materia.extract.effect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.UndesirableEffect.Frequency;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.phrase.NounPhrases;
import org.w3id.materia.monograph.Passage.Range;

/**
 * The text behind a label that names an effect. It mostly explains the effect in other words; it lists further effects
 * where it is a list of signs, names members, or says what the effect leads to.
 */
final class Explanation {
    private static final int SIGNS = 3;
    private static final int MEMBERS = 2;
    private static final Pattern LEADS_ON = Pattern.compile(
            "\\b(?:such as|including|includes?|(?:may|can|could|might) (?:include|cause|lead to|result in"
                    + "|increase the risk of)|increasing the risk of|leading to|resulting in)\\b[:,]?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE =
            Pattern.compile("^(?:an?|the|this|these|it|they)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern END = Pattern.compile(
            "\\s(?:if|when|that|which|especially|particularly|in (?:some|rare|severe))\\b|\\s[–—-]\\s|;",
            Pattern.CASE_INSENSITIVE);

    private Explanation() {}

    static List<Range> lists(String label, String text, EffectClauses clauses) {
        String plain = Brackets.blank(text);
        if (clauses.fragment() && !ARTICLE.matcher(text).matches()) {
            int end = clauses.lists().get(0).end();
            long members = effects(text, end);
            if (members >= SIGNS || members >= MEMBERS && LabelKind.namesClass(label)) {
                return List.of(new Range(0, end));
            }
        }
        Optional<Range> subject = subject(text, clauses);
        if (subject.isPresent()) {
            return List.of(subject.get());
        }
        Matcher leadsOn = LEADS_ON.matcher(plain);
        if (!leadsOn.find() || clauses.lists().isEmpty()) {
            return List.of();
        }
        Matcher end = END.matcher(plain);
        int to = end.find(leadsOn.end()) ? end.start() : plain.length();
        return leadsOn.end() < to ? List.of(new Range(leadsOn.end(), to)) : List.of();
    }

    /** "Nausea, vomiting, or stomach upset are common": several things at the head of the sentence are members, not an explanation. */
    private static Optional<Range> subject(String text, EffectClauses clauses) {
        if (clauses.fragment() || ARTICLE.matcher(text).matches()) {
            return Optional.empty();
        }
        return clauses.lists().stream()
                .filter(range -> range.start() == 0)
                .filter(range -> effects(text, range.end()) >= MEMBERS)
                .findFirst();
    }

    /** How many effects the text names up to there. */
    private static long effects(String text, int end) {
        return NounPhrases.of(text, 0, end).stream()
                .filter(p -> EffectName.of(p).isPresent())
                .count();
    }

    /** What the text says of the label's effect. "Common" says nothing new where the label stands in a list of its own. */
    static Setting setting(String text) {
        Setting setting = Setting.of(text);
        Optional<Frequency> band = setting.frequency().filter(f -> f != Frequency.COMMON && f != Frequency.VERY_COMMON);
        return new Setting(band, setting.serious());
    }
}
