package org.w3id.materia.extract.fact;

import org.w3id.materia.extract.outline.Evidence;

/**
 * A question and its answer, without markup and without the leading {@code Q:} and {@code A:}.
 *
 * @param evidence from the question to the end of the answer
 */
public record QuestionAnswer(String question, String answer, Evidence evidence) {}
