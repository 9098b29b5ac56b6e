package org.w3id.materia.language.phrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;

/** The members that a bracket lists, completed by the class before it where they are parts: "herpes (oral or genital)". */
final class Qualified {
    private static final Lexicon CHANGES = Lexicon.load("language/changes.txt");
    private static final Lexicon MEASURES = Lexicon.load("language/measures.txt", "language/quantities.txt");
    private static final Set<String> DIRECTIONS = Set.of("gain", "loss", "increase", "decrease");

    private static final Pattern TYPE = Pattern.compile("(?:types? )?(\\d|i+)");

    private Qualified() {}

    static List<Phrase> of(String text, BracketMembers.Content content, Optional<Phrase> host) {
        List<Phrase> members = NounPhrases.of(text, content.start(), content.end());
        if (host.isEmpty() || members.isEmpty()) {
            return members;
        }
        String name = host.get().text();
        if (members.stream().allMatch(m -> isSingle(m) && WordClasses.isAttributive(m.text()))) {
            return members.stream()
                    .map(m -> new Phrase(m.text() + " " + name, m.start(), m.end()))
                    .toList();
        }
        if (members.stream().allMatch(Qualified::isType)) {
            return members.stream()
                    .map(m -> new Phrase(
                            "type " + TYPE.matcher(m.text()).replaceFirst("$1") + " " + name, m.start(), m.end()))
                    .toList();
        }
        if (changes(name)) {
            String change = name.substring(0, name.indexOf(' ') + 1);
            return members.stream()
                    .map(m -> new Phrase(isWhole(m, change) ? m.text() : change + m.text(), m.start(), m.end()))
                    .toList();
        }
        int lastWord = name.lastIndexOf(' ');
        if (lastWord > 0 && members.stream().allMatch(m -> DIRECTIONS.contains(m.text()))) {
            return members.stream()
                    .map(m -> new Phrase(name.substring(0, lastWord + 1) + m.text(), m.start(), m.end()))
                    .toList();
        }
        return members;
    }

    /** Whether a name says how something measured has changed: "increased liver enzymes". */
    static boolean changes(String name) {
        int first = name.indexOf(' ');
        return first > 0
                && CHANGES.contains(name.substring(0, first))
                && MEASURES.contains(name.substring(name.lastIndexOf(' ') + 1));
    }

    /** "low blood cell counts (anemia, low platelets)": the name of a disease, or one that has the change itself. */
    private static boolean isWhole(Phrase member, String change) {
        return member.text().startsWith(change) || NameBook.get().is(member.text(), NameKind.DISEASE);
    }

    private static boolean isType(Phrase phrase) {
        return TYPE.matcher(phrase.text()).matches();
    }

    private static boolean isSingle(Phrase phrase) {
        return phrase.text().indexOf(' ') < 0;
    }
}
