package org.w3id.materia.extract.outline;

import java.util.Objects;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.SectionKind;

/**
 * Where a fact stands in its monograph.
 *
 * @param span offsets into the source text
 * @param quote the source between them, verbatim, markup included
 * @param section the section it stands in
 */
public record Evidence(SourceSpan span, String quote, SectionKind section) {
    public Evidence {
        Objects.requireNonNull(section, "section");
        if (quote.length() != span.length()) {
            throw new IllegalArgumentException("a quote is exactly as long as its span");
        }
    }

    /** The evidence that {@code span} of {@code source} gives. */
    public static Evidence of(String source, SourceSpan span, SectionKind section) {
        return new Evidence(span, span.in(source), section);
    }
}
