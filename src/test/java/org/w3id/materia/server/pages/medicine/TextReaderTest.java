package org.w3id.materia.server.pages.medicine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.server.pages.medicine.ShownText.Block;
import org.w3id.materia.server.pages.medicine.ShownText.Run;
import org.w3id.materia.server.pages.medicine.ShownText.Sentence;

class TextReaderTest {
    private static final String SOURCE = """
        ---
        title: Exemplol
        ---
        ### Dosage
        **Adults:** 5 mg *daily*. Swallow it whole.

        - By day
        - By night

        | Age | Dose |
        |---|---|
        | Child | 1 mg |
        """;

    @Test
    void aFactMarksItsWordsWhateverTheirLook() {
        Sentence first = line(read("Adults:** 5 mg *daily"), 0).get(0);
        assertThat(first.runs())
                .containsExactly(
                        new Run("Adults:", true, false, List.of("fact0")),
                        new Run(" 5 mg ", false, false, List.of("fact0")),
                        new Run("daily", false, true, List.of("fact0")),
                        new Run(".", false, false, List.of()));
        assertThat(first.facts()).containsExactly("fact0");
    }

    @Test
    void factsThatOverlapShareWhatTheyShare() {
        assertThat(line(read("5 mg", "mg *daily*"), 0).get(0).runs())
                .filteredOn(run -> !run.facts().isEmpty())
                .containsExactly(
                        new Run("5 ", false, false, List.of("fact0")),
                        new Run("mg", false, false, List.of("fact0", "fact1")),
                        new Run(" ", false, false, List.of("fact1")),
                        new Run("daily", false, true, List.of("fact1")));
    }

    @Test
    void aSentenceIsNamedByItsPlaceAndAFactLeadsToWhereItBegins() {
        TextReader reader = reader("whole");
        List<ShownText.Section> sections = read(reader);
        Sentence second = sections.get(0).blocks().get(0).line().get(1);
        assertThat(second.id()).isEqualTo("t" + SOURCE.indexOf("Swallow"));
        assertThat(reader.places()).containsOnly(java.util.Map.entry("fact0", second.id()));
    }

    @Test
    void listsAndTablesStayWhatTheyAre() {
        List<Block> blocks = read(reader("Child")).get(0).blocks();
        assertThat(blocks).extracting(Block::kind).containsExactly("p", "ul", "table");
        assertThat(blocks.get(1).blocks()).extracting(Block::kind).containsExactly("li", "li");
        Block table = blocks.get(2);
        assertThat(table.headed()).isTrue();
        assertThat(table.rows().get(1).get(0).get(0).facts()).containsExactly("fact0");
        assertThat(table.rows().get(1).get(1).get(0).facts()).isEmpty();
    }

    @Test
    void everyWordIsShownOnceAndInOrder() {
        String shown = read(reader()).get(0).blocks().stream()
                .flatMap(TextReaderTest::sentences)
                .map(s -> s.runs().stream().map(Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo("Adults: 5 mg daily. Swallow it whole. By day By night Age Dose Child 1 mg");
    }

    private static Stream<Sentence> sentences(Block block) {
        return Stream.of(
                        block.line().stream(),
                        block.blocks().stream().flatMap(TextReaderTest::sentences),
                        block.rows().stream().flatMap(List::stream).flatMap(List::stream))
                .flatMap(s -> s);
    }

    private static List<Sentence> line(List<ShownText.Section> sections, int block) {
        return sections.get(0).blocks().get(block).line();
    }

    private static List<ShownText.Section> read(String... quotes) {
        return read(reader(quotes));
    }

    private static TextReader reader(String... quotes) {
        List<String> all = Arrays.asList(quotes);
        return new TextReader(all.stream()
                .map(q ->
                        new TextReader.Mark("fact" + all.indexOf(q), SOURCE.indexOf(q), SOURCE.indexOf(q) + q.length()))
                .toList());
    }

    private static List<ShownText.Section> read(TextReader reader) {
        try {
            return reader.read(MonographReader.read("exemplol.md", SOURCE.getBytes(StandardCharsets.UTF_8)));
        } catch (org.w3id.materia.monograph.UnusableMonographException e) {
            throw new IllegalStateException(e);
        }
    }
}
