package org.w3id.materia.server.infobutton;

import java.util.List;

/**
 * An answer.
 *
 * @param id of the request that it answers
 * @param updated when what is told was read, as Atom has it
 * @param categories what was asked
 */
record Feed(String base, String subtitle, String id, String updated, List<Category> categories, List<Entry> entries) {
    static final String TITLE = "Materia";

    Feed {
        categories = List.copyOf(categories);
        entries = List.copyOf(entries);
    }

    /** A parameter of the request, told back. */
    record Category(String scheme, String term) {}

    /**
     * Something to read.
     *
     * @param summary HTML without anything of the request in it
     * @param topic code of {@code CodeSystem/section}
     */
    record Entry(String title, String link, String id, String summary, String topic) {}
}
