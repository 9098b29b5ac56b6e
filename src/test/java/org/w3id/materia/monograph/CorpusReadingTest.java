package org.w3id.materia.monograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.Corpus;

@Tag("corpus")
class CorpusReadingTest {
    private static final Pattern ESCAPES = Pattern.compile("\\\\.|&[a-z]+;|<su[bp]>.</su[bp]>");

    @Test
    void everyCharacterOfEveryPassageStandsWhereItSaysItStands() {
        for (Corpus.Reading reading : Corpus.readings()) {
            Monograph monograph = reading.monograph();
            String source = monograph.source().text();
            for (Passage passage : passages(monograph)) {
                for (int i = 0; i < passage.text().length(); i++) {
                    char c = passage.text().charAt(i);
                    if (!Character.isWhitespace(c)) {
                        String written = passage.span(i, i + 1).in(source);
                        assertThat(written.equals(String.valueOf(c))
                                        || ESCAPES.matcher(written).matches())
                                .as("%s at %d of '%s': %s", reading.file(), i, passage, written)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everyLetterOfTheSourceIsInSomeSection() {
        for (Corpus.Reading reading : Corpus.readings()) {
            Monograph monograph = reading.monograph();
            String source = monograph.source().text();
            boolean[] covered = new boolean[source.length()];
            java.util.Arrays.fill(covered, 0, FrontMatter.of(monograph.source()).bodyStart(), true);
            for (Section s : monograph.sections()) {
                java.util.Arrays.fill(covered, s.span().start(), s.span().end(), true);
            }
            for (int i = 0; i < covered.length; i++) {
                if (!covered[i]) {
                    assertThat(Character.isLetterOrDigit(source.charAt(i)))
                            .as(
                                    "%s:%d is in no section",
                                    reading.file(), monograph.source().lineOf(i))
                            .isFalse();
                }
            }
        }
    }

    private static List<Passage> passages(Monograph monograph) {
        List<Passage> passages = new ArrayList<>();
        for (Section s : monograph.sections()) {
            s.blocks().forEach(b -> Passages.collect(b, passages));
        }
        return passages;
    }
}
