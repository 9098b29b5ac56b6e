package org.w3id.materia.extract.dosing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The condition that a label such as "Hypertension (adults)" names, where it names one. */
final class IndicationLabel {
    /** Words of labels that are about the dosing itself, not about a condition. */
    private static final Set<String> ABOUT_DOSING = Set.of(
            "dosage",
            "dose",
            "doses",
            "dosing",
            "adjustment",
            "adjustments",
            "administration",
            "use",
            "note",
            "important",
            "example",
            "examples",
            "form",
            "forms",
            "patients",
            "patient",
            "general",
            "guidelines",
            "information",
            "considerations",
            "standard",
            "usual",
            "typical",
            "recommended",
            "route",
            "injection",
            "solution",
            "suspension",
            "powder",
            "drops",
            "spray",
            "week",
            "weeks",
            "day",
            "days",
            "titration",
            "frequency",
            "duration",
            "missed",
            "maximum",
            "target",
            "schedule",
            "regimen",
            "weight",
            "age",
            "release",
            "immediate",
            "extended",
            "liquid",
            "method",
            "phase",
            "inhibitors",
            "inducers",
            "interactions",
            "label",
            "labeling",
            "mild",
            "moderate",
            "severe",
            "line",
            "implant",
            "application",
            "initial",
            "depot",
            "therapy",
            "aid",
            "illustrative",
            "instructions",
            "combination",
            "monotherapy",
            "formulation",
            "formulations",
            "cream",
            "gel",
            "off",
            "special",
            "populations");

    private IndicationLabel() {}

    static Optional<String> condition(SentenceReader label, Substances substances) {
        Tokens tokens = label.tokens();
        StringBuilder words = new StringBuilder();
        int depth = 0;
        for (int t = 0; t < tokens.size(); t++) {
            depth += tokens.is(t, "(") ? 1 : 0;
            boolean taken = isMentioned(label, t);
            if (depth == 0 && !taken) {
                if (tokens.get(t).isWord() && ABOUT_DOSING.contains(tokens.word(t))
                        || substances.isOwn(tokens.word(t))) {
                    return Optional.empty();
                }
                if (words.length() > 0
                        && tokens.get(t).start() > tokens.get(t - 1).end()) {
                    words.append(' ');
                }
                words.append(tokens.raw(t));
            }
            depth -= tokens.is(t, ")") && depth > 0 ? 1 : 0;
        }
        String condition = words.toString().strip().toLowerCase(Locale.ROOT);
        condition = condition
                .replaceFirst("^(?:for|with|in|and|or|of|[^a-z0-9]+)\\s+", "")
                .strip();
        condition = condition
                .replaceFirst(
                        "(?:^|\\s+)(?:treatment|prevention|prophylaxis|management|prophylactic treatment|therapeutic treatment)$",
                        "")
                .strip();
        boolean named = condition.length() > 3
                && condition.chars().filter(Character::isLetter).count() > 3;
        return named && !condition.endsWith(" and") && !condition.endsWith(" or")
                ? Optional.of(condition)
                : Optional.empty();
    }

    private static boolean isMentioned(SentenceReader label, int token) {
        return label.mentions().stream().anyMatch(m -> m.from() <= token && token < m.to());
    }
}
