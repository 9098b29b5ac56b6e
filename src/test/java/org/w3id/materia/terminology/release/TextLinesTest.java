package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.w3id.materia.model.Finding;

/** Lines of UTF-8 and of Windows-1252 are read, also beside each other, and what is neither is not guessed. */
class TextLinesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void linesEndInEveryWay() throws IOException {
        assertThat(lines("one\r\ntwo\nthree\rfour\n\nsix".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("one", "two", "three", "four", "", "six");
        assertThat(lines("\uFEFFone\r\n".getBytes(StandardCharsets.UTF_8))).containsExactly("one");
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void linesOfBothCharacterSetsAreRead() throws IOException {
        byte[] bytes = joined(
                "β-ink\n".getBytes(StandardCharsets.UTF_8),
                "5′-papyrine† café\n".replace("′", "’").getBytes(WINDOWS));
        assertThat(lines(bytes)).containsExactly("β-ink", "5’-papyrine† café");
        assertThat(warnings(bytes))
                .containsExactly("ink.txt:2: warning: From this line on, 1 lines are not UTF-8 and were read as"
                        + " Windows-1252. [windows-1252]");
    }

    @Test
    void whatIsNeitherIsMarked() throws IOException {
        byte[] undefined = {'a', (byte) 0x81, 'b'};
        byte[] damaged = joined("é".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE9, 'x'});
        assertThat(lines(undefined)).containsExactly("a\uFFFDb");
        assertThat(lines(damaged)).containsExactly("é\uFFFDx");
        assertThat(lines("a\uFFFDb".getBytes(StandardCharsets.UTF_8))).containsExactly("a\uFFFDb");
        assertThat(warnings(joined(undefined, damaged))).isEmpty();
    }

    @Property(tries = 300)
    void utf8IsReadAsItIs(@ForAll List<@StringLength(max = 30) @CharRange(from = ' ', to = '\u2fff') String> written)
            throws IOException {
        StringBuilder text = new StringBuilder();
        written.forEach(line -> text.append(line).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(lines(bytes)).isEqualTo(written);
        assertThat(warnings(bytes)).isEmpty();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        List<String> all = new ArrayList<>();
        try (TextLines lines = open(bytes)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    private static List<String> warnings(byte[] bytes) throws IOException {
        try (TextLines lines = open(bytes)) {
            while (lines.next() != null) {
                // The warning counts what has been read.
            }
            return lines.warning().map(Finding::toString).stream().toList();
        }
    }

    private static TextLines open(byte[] bytes) throws IOException {
        return new TextLines(
                new ReleaseFile("ink.txt", 1, () -> new ByteArrayInputStream(bytes)), new CollectedRelease());
    }
}
