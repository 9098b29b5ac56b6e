package org.w3id.materia.monograph.markup;

import org.w3id.materia.model.SourceSpan;

/** A part of a document as a reader sees it: an {@link Element}, or a {@link TextRun}. */
public sealed interface Shown permits Element, TextRun {
    /** Whether it is a border to what stands before and behind it. */
    boolean isBlock();

    /** Whether a reader sees nothing but white space. */
    boolean isBlank();

    /** Where it stands in the source. */
    SourceSpan span();
}
