package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.markup.Element;
import org.w3id.materia.monograph.markup.NarrativeRenderer;
import org.w3id.materia.monograph.markup.Shown;
import org.w3id.materia.monograph.markup.Tag;

/**
 * Groups the elements of a document into sections.
 *
 * <p>A heading that names a known section opens it. Another heading opens a section of kind {@code OTHER} whose heading is
 * its topic; under it, as in texts without headings, a paragraph that begins with the name of a section in bold
 * ({@code **Usage:** …}) opens that section, about that topic. What is headed more deeply than a known section, and names no other
 * known one, is a part of it ("2.2 Patients with renal impairment").
 */
final class SectionBuilder {
    private static final int DEEPEST_SECTION_LEVEL = 3;

    private final List<Section> sections = new ArrayList<>();
    private String heading = "";
    private SectionKind kind = SectionKind.OTHER;
    private Optional<String> topic = Optional.empty();
    private boolean headed;
    private int headedAt;
    private List<Block> blocks = new ArrayList<>();
    private StringBuilder xhtml = new StringBuilder();
    private SourceSpan span;

    private SectionBuilder() {}

    static List<Section> build(Element document) {
        SectionBuilder builder = new SectionBuilder();
        builder.addAll(document.content());
        builder.close();
        return builder.sections;
    }

    private void addAll(List<Shown> content) {
        for (Shown part : content) {
            Element element = (Element) part;
            if (element.tag().isHeading()) {
                addHeading(element);
            } else if (setsApart(element) && holdsHeading(element)) {
                addAll(element.content());
            } else {
                addBlock(element);
            }
        }
    }

    /** Sections may stand in what only sets them apart, or folds them away. */
    private static boolean setsApart(Element element) {
        return element.tag() == Tag.DIVISION || element.tag() == Tag.DETAILS;
    }

    private static boolean holdsHeading(Element element) {
        return element.content().stream()
                .map(Element.class::cast)
                .anyMatch(e -> e.tag().isHeading() && e.tag().level() <= DEEPEST_SECTION_LEVEL
                        || setsApart(e) && holdsHeading(e));
    }

    private void addHeading(Element element) {
        Passage text = PassageReader.read(element);
        if (FrontMatter.isMistakenFor(text.text())) {
            add(element);
            return;
        }
        int level = element.tag().level();
        Optional<SectionNames.Named> named = level == 1 ? Optional.empty() : SectionNames.find(text.text());
        boolean inside = headed && headedAt < level;
        if (named.isPresent() && !(inside && named.get().kind() == kind)) {
            open(text.text(), named.get().kind(), named.get().topic(), element.span());
            headed = true;
            headedAt = level;
        } else if (level <= DEEPEST_SECTION_LEVEL && !inside) {
            Optional<String> about = level == 1 || text.isBlank() ? Optional.empty() : Optional.of(text.text());
            open(text.text(), SectionKind.OTHER, about, element.span());
        } else {
            add(element);
        }
    }

    private void addBlock(Element element) {
        if (element.tag() == Tag.PARAGRAPH) {
            Optional<Label> label = BlockReader.read(element).stream()
                    .findFirst()
                    .filter(Block.Paragraph.class::isInstance)
                    .flatMap(b -> Label.bold(((Block.Paragraph) b).text()));
            if (label.isPresent()) {
                String name = label.get().text().text();
                Optional<SectionNames.Named> named = SectionNames.find(name);
                if (named.isPresent() && !headed) {
                    open(name, named.get().kind(), named.get().topic().or(() -> topic), element.span());
                } else if (name.toLowerCase(Locale.ROOT).startsWith("disclaimer")) {
                    open(name, SectionKind.OTHER, Optional.empty(), element.span());
                    headed = true;
                }
            }
        }
        add(element);
    }

    private void add(Element element) {
        blocks.addAll(BlockReader.read(element));
        NarrativeRenderer.render(element, xhtml);
        SourceSpan place = element.span();
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
