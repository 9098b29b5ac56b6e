package org.w3id.materia.extract.effect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.UndesirableEffect.Frequency;
import org.w3id.materia.language.phrase.Phrase;

/** What stands right beside one effect of a list and is about it alone: "rarely, X", "X (rare)", "X – seek help". */
final class LocalRemarks {
    private static final Pattern BEHIND =
            Pattern.compile("^\\s*(?:\\(([^)]*)\\))?\\s*(?:[–—-]\\s(.*))?", Pattern.DOTALL);
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern SEVERE = Pattern.compile("\\b(?:severe|serious|life-threatening|fatal)\\b");

    private LocalRemarks() {}

    static String around(String text, int previousEnd, Phrase phrase) {
        String before = text.substring(previousEnd, phrase.start());
        int bracket = Math.max(before.lastIndexOf('('), before.lastIndexOf(')'));
        StringBuilder remarks = new StringBuilder(before.substring(bracket + 1));
        Matcher behind = BEHIND.matcher(text.substring(phrase.end()));
        if (behind.find()) {
            for (int i = 1; i <= behind.groupCount(); i++) {
                remarks.append(' ').append(behind.group(i) == null ? "" : behind.group(i));
            }
        }
        return remarks.toString();
    }

    static String inBrackets(String label) {
        Matcher bracket = IN_BRACKETS.matcher(label);
        return bracket.find() ? bracket.group(1) : "";
    }

    /**
     * What a remark and a phrase's own words say. A remark that calls an effect common mostly compares ("more common with X"), so that only
     * rarity counts, or a number.
     */
    static Setting setting(String remark, Phrase phrase) {
        Setting said = Setting.of(remark);
        Optional<Frequency> band = said.frequency()
                .filter(f -> f != Frequency.COMMON && f != Frequency.VERY_COMMON || remark.indexOf('%') >= 0);
        return new Setting(band, said.serious() || SEVERE.matcher(phrase.text()).find());
    }
}
