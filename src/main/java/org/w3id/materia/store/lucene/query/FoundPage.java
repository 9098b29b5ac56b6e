package org.w3id.materia.store.lucene.query;

import java.util.Optional;

/** A page of a search's result, by the numbers of its documents. */
public final class FoundPage {
    /** In the order of the page; not to be changed. */
    public final int[] documents;

    /** Of each; empty where the query prefers nothing. Not to be changed. */
    public final float[] scores;

    /** How many match in all. */
    public final int total;

    /** Where the next page begins. */
    public final Optional<String> next;

    FoundPage(int[] documents, int total, Optional<String> next) {
        this(documents, new float[0], total, next);
    }

    FoundPage(int[] documents, float[] scores, int total, Optional<String> next) {
        this.documents = documents;
        this.scores = scores;
        this.total = total;
        this.next = next;
    }
}
