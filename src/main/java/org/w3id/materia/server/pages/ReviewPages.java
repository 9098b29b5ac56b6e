package org.w3id.materia.server.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.SourceDocument;
import org.w3id.materia.server.pages.medicine.MedicinePage;
import org.w3id.materia.server.pages.medicine.TextReader;

/** The editors' report as files: an overview, and a page for each monograph. They need no server. */
public final class ReviewPages {
    private static final String MEDICINES = "medicines";

    private final Path folder;
    private final Assets assets = new Assets();
    private final PageWriter writer = new PageWriter(assets.version());

    /** @param folder where the pages go; made where it is not there */
    public ReviewPages(Path folder) {
        this.folder = folder;
    }

    /**
     * A monograph in the overview.
     *
     * @param file where its page is
     */
    public record Listed(ReviewPage page, String file) {
        /** How many passages became facts. */
        public long read() {
            return page.count(ReviewPage.Outcome.READ);
        }

        /** How many passages about a dose stay text. */
        public long stayedText() {
            return page.count(ReviewPage.Outcome.STAYED_TEXT);
        }

        /** How many passages nothing was made of. */
        public long noFact() {
            return page.count(ReviewPage.Outcome.NO_FACT);
        }
    }

    /** An item with its anchors. */
    public record Shown(String id, ReviewPage.Item item, int line) {}

    /**
     * Writes the report, over an older one.
     *
     * @param others findings of files that have no page
     */
    public void write(List<ReviewPage> pages, List<Finding> others) throws IOException {
        Files.createDirectories(folder.resolve(MEDICINES));
        Files.createDirectories(folder.resolve("pages"));
        for (String name : assets.names()) {
            Files.writeString(
                    folder.resolve("pages").resolve(name),
                    assets.find(name).orElseThrow().content());
        }
        List<Listed> listed = new ArrayList<>();
        for (ReviewPage page : pages) {
            String file = MEDICINES + "/" + page.monograph().source().id() + ".html";
            Files.writeString(folder.resolve(file), html(page));
            listed.add(new Listed(page, file));
        }
        Files.writeString(
                folder.resolve("index.html"),
                writer.review("reviews.html", "", Map.of("pages", listed, "others", others)));
    }

    private String html(ReviewPage page) {
        SourceDocument source = page.monograph().source();
        List<TextReader.Mark> marks = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (ReviewPage.Item item : page.items()) {
            String id = item.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + shown.size();
            marks.add(new TextReader.Mark(id, item.place().start(), item.place().end()));
            shown.add(new Shown(id, item, source.lineOf(item.place().start())));
        }
        TextReader reader = new TextReader(marks);
        MedicinePage.ReadText text = new MedicinePage.ReadText(reader.read(page.monograph()), reader.places());
        return writer.review(
                "review.html",
                "../",
                Map.of(
                        "title", page.monograph().title(),
                        "path", source.path(),
                        "text", text,
                        "items", shown,
                        "findings", page.findings()));
    }
}
