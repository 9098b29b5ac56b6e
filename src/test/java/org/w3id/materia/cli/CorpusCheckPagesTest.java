package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.ingest.MonographCheck;

/** Every real monograph becomes a page on which every fact marks its words. */
@Tag("corpus")
class CorpusCheckPagesTest {
    @TempDir
    private Path report;

    @Test
    void everyFactMarksItsWords() throws Exception {
        List<MonographCheck> checks = new ArrayList<>();
        for (Path file : SharedFiles.corpus()) {
            checks.add(MonographCheck.of(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        CheckPages.write(checks, List.of(), report);
        int pages = 0;
        for (MonographCheck check : checks) {
            if (check.understood().isPresent()) {
                String id = check.understood().get().monograph().source().id();
                Document page = Jsoup.parse(Files.readString(report.resolve("medicines/" + id + ".html")));
                Set<String> marked = new HashSet<>();
                page.select("#text mark")
                        .forEach(mark ->
                                marked.addAll(List.of(mark.attr("data-f").split(" "))));
                for (Element fact : page.select("li.fact")) {
                    // An ingredient may be named by the title alone, which is no part of the text.
                    assertThat(marked.contains(fact.id())
                                    || fact.selectFirst(".what").text().equals("ingredient"))
                            .as(id + " " + fact.id())
                            .isTrue();
                }
                pages++;
            }
        }
        assertThat(pages).isGreaterThan(600);
    }
}
