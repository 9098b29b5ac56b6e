package org.w3id.materia.extract.phrase;

import org.w3id.materia.extract.Evidence;
import org.w3id.materia.extract.Statement;

/**
 * A noun phrase that a statement contains.
 *
 * @param text lower case, white space folded, shared words of a coordination restored
 * @param start where the words that are its own begin in the statement's text
 * @param end where they end
 */
public record Phrase(String text, int start, int end) {
    /** Evidence that quotes the phrase's own words. */
    public Evidence evidence(String source, Statement statement) {
        return statement.evidence(source, start, end);
    }
}
