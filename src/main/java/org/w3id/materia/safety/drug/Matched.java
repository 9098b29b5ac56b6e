package org.w3id.materia.safety.drug;

/**
 * How something of the request was found to be what a fact names.
 *
 * @param certain whether the fact's words say no more than that by which it was found
 */
public record Matched(Match match, boolean certain) {
    /** By a match that leaves no doubt. */
    public static Matched certainly(Match match) {
        return new Matched(match, true);
    }
}
