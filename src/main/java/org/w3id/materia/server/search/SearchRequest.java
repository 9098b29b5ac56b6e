package org.w3id.materia.server.search;

import java.util.List;
import java.util.Set;
import org.w3id.materia.search.text.MedicineNames;
import org.w3id.materia.store.Query;

/**
 * A search as a client asked for it.
 *
 * @param query what is searched for, and which page of it
 * @param includes what is wanted with it
 */
record SearchRequest(Query query, List<Include> includes, Shape shape, Told told) {
    /**
     * How the answer looks.
     *
     * @param scored whether the client wants to know how well each result matches
     */
    record Shape(ResultParameters result, boolean scored) {}

    /**
     * What the client is told of its own request.
     *
     * @param url the search as a URL without paging, of those parameters that were used (FHIR R4, 3.1.1.1.7: the self link
     *     tells the client what the server understood)
     * @param unknownElements names of elements that were asked for and do not exist; the client wants them passed over
     */
    record Told(String url, Set<String> unknownElements) {}

    /** Whether names that are only near to what is asked for are among the results. */
    boolean isTolerant() {
        return MedicineNames.isTolerant(query.allOf());
    }

    /** URL of the page that begins at {@code cursor}. */
    String page(PageCursor cursor) {
        return new RequestUrl(told.url()).with("_cursor", cursor.toString()).toString();
    }
}
