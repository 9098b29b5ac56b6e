package org.w3id.materia.extract.effect;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.UndesirableEffect.Frequency;

/**
 * How often a text says that effects occur, as a CIOMS band. A number decides, and where it only gives an upper end, words
 * beside it ("less common, <10%"); else the words do.
 */
final class FrequencyReader {
    private static final double VERY_COMMON = 10;
    private static final double COMMON = 1;
    private static final double UNCOMMON = 0.1;
    private static final double RARE = 0.01;

    private static final String NUMBER = "\\d{1,3}(?:[,\\h]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?";
    /** A share of all patients, "5 %", "1/1 000", "one in ten", with what stands before it and whether another share follows. */
    private static final Pattern SHARE = Pattern.compile(
            "(?<upper><=?|≤|less than|fewer than|under|below|up to)?(?<lower>>=?|≥|more than|over|greater than|at"
                    + " least)?\\s*(?:(?<percent>" + NUMBER + ")\\s*%"
                    + "|(?<first>" + NUMBER + ")(?=\\s*(?:-|–|to|and)\\s*(?:" + NUMBER + ")\\s*%)"
                    + "|(?:1|one)(?:\\s*/\\s*|\\s+(?:in|out of)\\s+(?:every\\s+|an?\\s+)?)(?<of>" + NUMBER
                    + "|ten|hundred|thousand))");
    /** "1–10 % or less": the range is but an upper end. */
    private static final Pattern OR_LESS = Pattern.compile("%\\s*or (?:less|fewer)\\b");

    private static final Pattern GROUPING = Pattern.compile("[,\\h]");
    private static final Map<String, Double> WORDS = Map.of("ten", 10.0, "hundred", 100.0, "thousand", 1000.0);

    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:more|less)\\s+(?:common|frequent|commonly|frequently|rare)\\s+(?:with|in|at|among|when"
                    + "|than|after|if|during)\\b"
                    + "|\\bcommon cold\\b|\\bnot (?:clearly |well |fully )?(?:\\w+ )?(?:defined|known|established"
                    + "|documented)\\b");
    /** "rare or very rare", "very common or common": the milder claim. */
    private static final Pattern TWO_BANDS = Pattern.compile("(?:\\bvery )?\\b(rare|common) or (?:very )?\\1\\b");

    private static final Pattern UNDEFINED =
            Pattern.compile("\\bcommon side effects are not\\b|\\b(?:common|frequent) and\\b.*\\bothers\\b|\\bsome"
                    + " common\\b.*\\bothers\\b");
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
        Matcher share = SHARE.matcher(lower);
        if (!share.find()) {
            return words;
        }
        double first = percent(share);
        boolean upper = share.group("upper") != null;
        double last = share.find() ? percent(share) : first;
        if (OR_LESS.matcher(lower).find()) {
            return Optional.of(below(Math.max(first, last), words));
        }
        return Optional.of(upper && first == last ? below(first, words) : band(Math.min(first, last)));
    }

    private static double percent(Matcher share) {
        String percent = share.group("percent") == null ? share.group("first") : share.group("percent");
        if (percent != null) {
            return number(percent);
        }
        String of = share.group("of");
        return 100 / (WORDS.containsKey(of) ? WORDS.get(of) : number(of));
    }

    private static double number(String digits) {
        return Double.parseDouble(GROUPING.matcher(digits).replaceAll(""));
    }

    /** The band of which a share is the upper end. */
    private static Frequency below(double percent, Optional<Frequency> words) {
        if (percent > COMMON) {
            return words.filter(w -> w != Frequency.COMMON && w != Frequency.VERY_COMMON)
                    .orElse(percent > VERY_COMMON ? Frequency.VERY_COMMON : Frequency.COMMON);
        }
        if (percent > UNCOMMON) {
            return words.filter(w -> w == Frequency.RARE || w == Frequency.VERY_RARE)
                    .orElse(Frequency.UNCOMMON);
        }
        return percent > RARE ? Frequency.RARE : Frequency.VERY_RARE;
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
        String words =
                TWO_BANDS.matcher(COMPARED.matcher(lower).replaceAll(" ")).replaceAll("$1");
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
