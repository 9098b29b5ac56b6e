package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Passage;

/** One sentence, cut where its look or its facts change. */
final class RunReader {
    private final Passage sentence;
    private final List<TextReader.Mark> marks;

    /** @param marks that have words in it */
    RunReader(Passage sentence, List<TextReader.Mark> marks) {
        this.sentence = sentence;
        this.marks = marks;
    }

    List<ShownText.Run> read() {
        List<ShownText.Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sentence.text().length(); i++) {
            if (i == sentence.text().length() || !look(i).equals(look(start))) {
                ShownText.Run look = look(start);
                runs.add(new ShownText.Run(
                        sentence.text().substring(start, i), look.strong(), look.emphasis(), look.facts()));
                start = i;
            }
        }
        return runs;
    }

    /** How one character looks, without the character. */
    private ShownText.Run look(int at) {
        SourceSpan place = sentence.span(at, at + 1);
        List<String> facts = marks.stream()
                .filter(m -> m.start() < place.end() && m.end() > place.start())
                .map(TextReader.Mark::fact)
                .distinct()
                .toList();
        return new ShownText.Run("", isIn(sentence.strong(), at), isIn(sentence.emphasis(), at), facts);
    }

    private static boolean isIn(List<Passage.Range> ranges, int at) {
        return ranges.stream().anyMatch(r -> r.start() <= at && at < r.end());
    }
}
