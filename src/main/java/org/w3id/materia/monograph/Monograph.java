package org.w3id.materia.monograph;

import java.util.List;
import java.util.Map;
import org.w3id.materia.model.Finding;

/**
 * A monograph as it was read.
 *
 * @param source the document that it was read from
 * @param title the front matter's {@code title}, else the first heading, else the file's base name
 * @param frontMatter every key of the front matter with its value as text
 * @param bodyStart offset of the Markdown behind the front matter
 * @param sections the sections in the order of the text; a section that stands twice is here twice
 * @param findings what a person should know of this file
 */
public record Monograph(
        SourceDocument source,
        String title,
        Map<String, String> frontMatter,
        int bodyStart,
        List<Section> sections,
        List<Finding> findings) {
    public Monograph {
        frontMatter = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(frontMatter));
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
    }

    /** The sections of one kind, in order. */
    public List<Section> sections(SectionKind kind) {
        return sections.stream().filter(s -> s.kind() == kind).toList();
    }
}
