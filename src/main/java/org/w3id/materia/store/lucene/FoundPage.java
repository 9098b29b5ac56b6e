package org.w3id.materia.store.lucene;

import java.util.Optional;

/** A page of a search's result, by the numbers of its documents. */
final class FoundPage {
    /** In the order of the page; not to be changed. */
    final int[] documents;

    /** How many match in all. */
    final int total;

    /** Where the next page begins. */
    final Optional<String> next;

    FoundPage(int[] documents, int total, Optional<String> next) {
        this.documents = documents;
        this.total = total;
        this.next = next;
    }
}
