package org.w3id.materia.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members that a bracket lists, completed by the class before it where they are parts: "herpes (oral or genital)". */
final class Qualified {
    private static final Set<String> DIRECTIONS = Set.of("gain", "loss", "increase", "decrease");

    private Qualified() {}

    static List<Phrase> of(String text, Brackets.Content content, Optional<Phrase> host) {
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
        int lastWord = name.lastIndexOf(' ');
        if (lastWord > 0 && members.stream().allMatch(m -> DIRECTIONS.contains(m.text()))) {
            return members.stream()
                    .map(m -> new Phrase(name.substring(0, lastWord + 1) + m.text(), m.start(), m.end()))
                    .toList();
        }
        return members;
    }

    private static boolean isSingle(Phrase phrase) {
        return phrase.text().indexOf(' ') < 0;
    }
}
