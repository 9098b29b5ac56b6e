package org.w3id.materia.monograph;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.model.SourceSpan;

/**
 * A heading and what stands under it, up to the next section.
 *
 * @param kind which of the known sections it is
 * @param heading the heading's text without markup; empty for the text before the first heading
 * @param topic what the section is about where its heading, or the heading above it, names one ingredient of several
 *     ("Cefixime" of "Cefixime Usage")
 * @param blocks the content in order
 * @param span from the heading to the end of the content
 * @param xhtml the content rendered as an XHTML fragment that is allowed in a FHIR Narrative (no {@code div} around it)
 */
public record Section(
        SectionKind kind, String heading, Optional<String> topic, List<Block> blocks, SourceSpan span, String xhtml) {
    public Section {
        blocks = List.copyOf(blocks);
    }
}
