package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.w3id.materia.model.SourceSpan;

/**
 * Groups the blocks of a document into sections.
 *
 * <p>A heading that names a known section opens it. Another heading opens a section of kind {@code OTHER} whose heading is
 * its topic; under it, as in texts without headings, a paragraph that begins with the name of a section in bold
 * ({@code **Usage:** …}) opens that section, about that topic.
 */
final class SectionBuilder {
    private static final int DEEPEST_SECTION_LEVEL = 3;

    private final BlockReader reader;
    private final List<Section> sections = new ArrayList<>();
    private String heading = "";
    private SectionKind kind = SectionKind.OTHER;
    private Optional<String> topic = Optional.empty();
    private boolean headed;
    private List<Block> blocks = new ArrayList<>();
    private StringBuilder xhtml = new StringBuilder();
    private SourceSpan span;

    SectionBuilder(BlockReader reader) {
        this.reader = reader;
    }

    List<Section> build(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading h) {
                addHeading(h);
            } else {
                addBlock(node);
            }
        }
        close();
        return sections;
    }

    private void addHeading(Heading node) {
        Passage text = reader.text(node);
        Optional<SectionNames.Named> named = node.getLevel() == 1 ? Optional.empty() : SectionNames.find(text.text());
        if (named.isPresent()) {
            open(text.text(), named.get().kind(), named.get().topic(), reader.span(node));
            headed = true;
        } else if (node.getLevel() <= DEEPEST_SECTION_LEVEL) {
            Optional<String> about =
                    node.getLevel() == 1 || text.isBlank() ? Optional.empty() : Optional.of(text.text());
            open(text.text(), SectionKind.OTHER, about, reader.span(node));
        } else {
            add(node);
        }
    }

    private void addBlock(Node node) {
        if (node instanceof Paragraph) {
            Optional<Label> label = reader.read(node).stream()
                    .findFirst()
                    .filter(Block.Paragraph.class::isInstance)
                    .flatMap(b -> Label.bold(((Block.Paragraph) b).text()));
            if (label.isPresent()) {
                String name = label.get().text().text();
                Optional<SectionNames.Named> named = SectionNames.find(name);
                if (named.isPresent() && !headed) {
                    open(name, named.get().kind(), named.get().topic().or(() -> topic), reader.span(node));
                } else if (name.toLowerCase(java.util.Locale.ROOT).startsWith("disclaimer")) {
                    open(name, SectionKind.OTHER, Optional.empty(), reader.span(node));
                    headed = true;
                }
            }
        }
        add(node);
    }

    private void add(Node node) {
        blocks.addAll(reader.read(node));
        xhtml.append(NarrativeRenderer.render(node));
        SourceSpan place = reader.span(node);
        span = span == null ? place : span.union(place);
    }

    private void open(String newHeading, SectionKind newKind, Optional<String> newTopic, SourceSpan place) {
        close();
        heading = newHeading;
        kind = newKind;
        topic = newTopic;
        headed = false;
        blocks = new ArrayList<>();
        xhtml = new StringBuilder();
        span = place;
    }

    private void close() {
        if (span != null && (!heading.isEmpty() || !blocks.isEmpty())) {
            sections.add(new Section(kind, heading, topic, blocks, span, xhtml.toString()));
        }
    }
}
