/**
 * What the runs of tokens of a sentence mean: every token belongs to exactly one {@code Mention}. {@code SentenceTiler} asks the
 * parsers of this package and of those below it, and takes the one that reads farthest.
 */
package org.w3id.materia.extract.dosing.mention;
