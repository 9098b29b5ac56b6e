package org.w3id.materia.extract.outline;

import java.util.Optional;
import org.w3id.materia.monograph.Passage;

/**
 * A part of a paragraph: a label and what it introduces, or what stands before the first label.
 *
 * @param label the label without its number, colon or full stop
 * @param style how the label is set; of no meaning without one
 * @param text what stands behind the label up to the next; may be empty
 */
record LabelledText(Optional<Passage> label, LabelStyle style, Passage text) {}
