package org.w3id.materia.extract.indication.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.phrase.Phrase;

/** Puts together names that general rules take apart: "common cold", "multiple sclerosis", "postoperative nausea and vomiting". */
final class FixedNames {
    /** Words that are a quantifier or adjective elsewhere, and the beginnings of names that they belong to. */
    private static final Map<String, List<String>> BEGINNINGS =
            Map.of("common ", List.of("cold", "wart"), "multiple ", List.of("sclerosis", "myeloma"));

    private static final Pattern BARE_TYPE = Pattern.compile("type (?:\\d|i+)");
    private static final Pattern TYPE = Pattern.compile("type (?:\\d|i+) (.+)");

    private FixedNames() {}

    static List<Phrase> restored(String text, List<Phrase> phrases) {
        List<Phrase> restored = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Phrase last = restored.isEmpty() ? null : restored.get(restored.size() - 1);
            Matcher type = TYPE.matcher(phrase.text());
            if (last != null && type.matches() && BARE_TYPE.matcher(last.text()).matches()) {
                // "type 1 and type 2 diabetes"
                Phrase whole = new Phrase(last.text() + " " + type.group(1), last.start(), last.end());
                restored.set(restored.size() - 1, whole);
                restored.add(phrase);
            } else if (last != null
                    && last.text().endsWith(" nausea")
                    && phrase.text().startsWith("vomiting")) {
                String both = last.text() + " and " + phrase.text();
                restored.set(restored.size() - 1, new Phrase(both, last.start(), phrase.end()));
            } else if (last != null
                    && last.text().endsWith("attention-deficit")
                    && phrase.text().startsWith("hyper")) {
                restored.set(
                        restored.size() - 1, new Phrase(last.text() + "/" + phrase.text(), last.start(), phrase.end()));
            } else if (last != null && isLetter(phrase.text()) && isLetter(lastWord(last.text()))) {
                // "hepatitis B and C"
                String name = last.text().substring(0, last.text().length() - 1) + phrase.text();
                restored.add(new Phrase(name, phrase.start(), phrase.end()));
            } else {
                restored.add(begun(text, phrase));
            }
        }
        return restored;
    }

    private static Phrase begun(String text, Phrase phrase) {
        for (Map.Entry<String, List<String>> entry : BEGINNINGS.entrySet()) {
            String beginning = entry.getKey();
            int start = phrase.start() - beginning.length();
            boolean stands = start >= 0 && text.regionMatches(true, start, beginning, 0, beginning.length());
            if (stands && entry.getValue().stream().anyMatch(phrase.text()::startsWith)) {
                return new Phrase(beginning + phrase.text(), start, phrase.end());
            }
        }
        return phrase;
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
