package org.w3id.materia.extract.effect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.UndesirableEffect.Frequency;

/**
 * How often a text says that effects occur, as a CIOMS band. A number decides, and where it only gives an upper end, words
 * beside it ("less common, <10%"); else the words do.
 */
final class FrequencyReader {
    private static final double VERY_COMMON = 10;
    private static final double COMMON = 1;
    private static final double UNCOMMON = 0.1;
    private static final double RARE = 0.01;

    private static final Pattern PERCENT = Pattern.compile(
            "(?<bound>>=|<=|[<>≥≤]|less than|fewer than|under|below|up to|more than|over|greater than|at least)?\\s*"
                    + "(?<low>\\d+(?:\\.\\d+)?)\\s*%?\\s*(?:(?:-|–|to|and)\\s*(?<high>\\d+(?:\\.\\d+)?)\\s*)?%");
    private static final Pattern UPPER = Pattern.compile("<=?|≤|less than|fewer than|under|below|up to");
    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:more|less)\\s+(?:common|frequent|commonly|frequently|rare)\\s+(?:with|in|at|among|when"
                    + "|than|after|if|during)\\b"
                    + "|\\bcommon cold\\b|\\bnot (?:clearly |well |fully )?(?:\\w+ )?(?:defined|known|established"
                    + "|documented)\\b");
    private static final Pattern UNDEFINED = Pattern.compile(
            "\\bcommon side effects are not\\b|\\b(?:common|frequent) and\\b.*\\bothers\\b|\\bsome common\\b.*\\bothers\\b");
    /** One of these is in every word for a band; most texts have none. */
    private static final Pattern STEMS = Pattern.compile("rare|common|frequent");

    private static final Pattern VERY_RARELY = Pattern.compile("\\bvery rare(?:ly)?\\b|\\bextremely rare(?:ly)?\\b");
    private static final Pattern RARELY = Pattern.compile("\\brare(?:ly)?\\b");
    private static final Pattern UNCOMMONLY = Pattern.compile(
            "\\b(?:uncommon(?:ly)?|infrequent(?:ly)?|less[ -](?:common|frequent)(?:ly)?|not common)\\b");
    private static final Pattern VERY_COMMONLY = Pattern.compile("\\bvery (?:common|frequent)(?:ly)?\\b");
    private static final Pattern COMMONLY = Pattern.compile("\\b(?:common|frequent)(?:ly)?\\b");

    private FrequencyReader() {}

    /** The band that a text in lower case states. */
    static Optional<Frequency> of(String lower) {
        Optional<Frequency> words = ofWords(lower);
        if (lower.indexOf('%') < 0) {
            return words;
        }
        Matcher percent = PERCENT.matcher(lower);
        return percent.find() ? Optional.of(ofNumber(percent, words)) : words;
    }

    private static Frequency ofNumber(Matcher percent, Optional<Frequency> words) {
        double low = Double.parseDouble(percent.group("low"));
        String bound = percent.group("bound");
        if (bound == null || !UPPER.matcher(bound).matches()) {
            return band(low);
        }
        if (low > COMMON) {
            return words.filter(w -> w != Frequency.COMMON && w != Frequency.VERY_COMMON)
                    .orElse(low > VERY_COMMON ? Frequency.VERY_COMMON : Frequency.COMMON);
        }
        return low > UNCOMMON ? Frequency.UNCOMMON : low > RARE ? Frequency.RARE : Frequency.VERY_RARE;
    }

    private static Frequency band(double percent) {
        if (percent >= VERY_COMMON) {
            return Frequency.VERY_COMMON;
        }
        if (percent >= COMMON) {
            return Frequency.COMMON;
        }
        if (percent >= UNCOMMON) {
            return Frequency.UNCOMMON;
        }
        return percent >= RARE ? Frequency.RARE : Frequency.VERY_RARE;
    }

    private static Optional<Frequency> ofWords(String lower) {
        if (!STEMS.matcher(lower).find()) {
            return Optional.empty();
        }
        if (UNDEFINED.matcher(lower).find()) {
            return Optional.empty();
        }
        String words = COMPARED.matcher(lower).replaceAll(" ");
        if (VERY_RARELY.matcher(words).find()) {
            return Optional.of(Frequency.VERY_RARE);
        }
        if (RARELY.matcher(words).find()) {
            return Optional.of(Frequency.RARE);
        }
        if (UNCOMMONLY.matcher(words).find()) {
            return Optional.of(Frequency.UNCOMMON);
        }
        if (VERY_COMMONLY.matcher(words).find()) {
            return Optional.of(Frequency.VERY_COMMON);
        }
        return COMMONLY.matcher(words).find() ? Optional.of(Frequency.COMMON) : Optional.empty();
    }
}
