package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.markup.Comments;
import org.w3id.materia.monograph.markup.DocumentReader;
import org.w3id.materia.monograph.markup.Element;
import org.w3id.materia.monograph.markup.Tag;

/** Bytes of a Markdown file → {@link Monograph}. Safe for several threads. */
public final class MonographReader {
    private MonographReader() {}

    /**
     * Reads one file.
     *
     * @param path the file as findings name it
     * @param bytes its content, UTF-8
     * @throws UnusableMonographException where it is too large, not UTF-8, has NUL characters or no text
     */
    public static Monograph read(String path, byte[] bytes) throws UnusableMonographException {
        SourceDocument source = new SourceDocument(path, SourceText.decode(path, bytes));
        FrontMatter frontMatter = FrontMatter.of(source);
        int base = frontMatter.bodyStart();
        Element document = DocumentReader.read(Comments.emptied(source.text()), base);
        List<Section> sections = SectionBuilder.build(document);
        List<Finding> findings = new ArrayList<>(frontMatter.findings());
        Comments.unclosed(source.text())
                .ifPresent(at -> findings.add(new Finding(
                        Severity.WARNING,
                        path,
                        source.lineOf(at),
                        "comment-unclosed",
                        "A comment begins here and never ends; where it begins a line, nothing behind it is read.")));
        findings.addAll(sectionFindings(source, sections));
        return new Monograph(
                source, title(source, frontMatter, document), frontMatter.values(), base, sections, findings);
    }

    private static String title(SourceDocument source, FrontMatter frontMatter, Element document) {
        String stated = frontMatter.values().getOrDefault("title", "").strip();
        if (!stated.isEmpty()) {
            return stated;
        }
        return document.children(Tag::isHeading).stream()
                .map(heading -> PassageReader.read(heading).text())
                .filter(text -> !text.isEmpty() && !FrontMatter.isMistakenFor(text))
                .findFirst()
                .orElse(source.baseName());
    }

    private static List<Finding> sectionFindings(SourceDocument source, List<Section> sections) {
        List<Finding> findings = new ArrayList<>();
        Map<SectionKind, Integer> seen = new EnumMap<>(SectionKind.class);
        for (Section s : sections) {
            int before = seen.merge(s.kind(), 1, Integer::sum);
            if (before == 2 && s.kind() != SectionKind.OTHER && s.topic().isEmpty()) {
                int line = source.lineOf(s.span().start());
                findings.add(new Finding(
                        Severity.INFORMATION,
                        source.path(),
                        line,
                        "section-repeated",
                        "The section '" + s.kind().code() + "' stands here again; both are read."));
            }
        }
        for (SectionKind kind : SectionKind.values()) {
            if (kind != SectionKind.OTHER && !seen.containsKey(kind)) {
                findings.add(new Finding(
                        Severity.WARNING,
                        source.path(),
                        0,
                        "section-missing",
                        "There is no section '" + kind.code().replace('-', ' ').toLowerCase(Locale.ROOT) + "'."));
            }
        }
        return findings;
    }
}
