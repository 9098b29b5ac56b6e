package org.w3id.materia.extract.interaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence says of an interaction.
 *
 * @param effect the clause that says what happens, verbatim
 * @param management the clause that says what to do, verbatim
 */
record Consequence(Optional<String> effect, Optional<String> management) {
    private static final String CHANGE =
            "(?:increas|reduc|decreas|enhanc|potentiat|diminish|lower|impair|worsen|intensif|prolong|alter|rais|exacerbat|amplif)(?:es|ed|e|ing|s|y|ies|ying)?";
    private static final Pattern EFFECT = Pattern.compile(
            "\\b(?:" + CHANGE
                    + " (?:the |its |their )?[^.;()]*|(?:lead|leads|leading) to [^.;()]*|(?:result|results|resulting) in [^.;()]*|additive [^.;()]*|interferes? with [^.;()]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MANAGEMENT = Pattern.compile(
            "\\b(?:(?:should|must) (?:not )?be (?:avoided|used|taken|limited|monitored|separated|administered|given)[^.;()]*|avoid(?:ing)? [^.;()]*|(?:close |careful |regular )?monitor(?:ing)? [^.;()]*|consult [^.;()]*|dose (?:adjustment|reduction)s?[^.;()]*|limit(?:ing)? [^.;()]*|is contraindicated|use (?:with )?caution[^.;()]*|separate [^.;()]*)",
            Pattern.CASE_INSENSITIVE);

    static Consequence of(String sentence) {
        return new Consequence(first(EFFECT, sentence), first(MANAGEMENT, sentence));
    }

    private static Optional<String> first(Pattern pattern, String sentence) {
        Matcher m = pattern.matcher(sentence);
        return m.find() ? Optional.of(m.group().strip()) : Optional.empty();
    }
}
