package org.w3id.materia.server.infobutton;

import java.util.List;

/**
 * An answer.
 *
 * @param base address of the server
 * @param updated when what is told was read, as Atom has it
 */
record Feed(String base, String updated, Question question, List<Entry> entries) {
    static final String TITLE = "Materia";

    Feed {
        entries = List.copyOf(entries);
    }

    /**
     * What was asked.
     *
     * @param id of the request
     * @param subtitle what it asks about, for people
     * @param categories its parameters
     */
    record Question(String id, String subtitle, List<Category> categories) {
        Question {
            categories = List.copyOf(categories);
        }
    }

    /** A parameter of the request, told back. */
    record Category(String scheme, String term) {}

    /**
     * Something to read.
     *
     * @param topic code of {@code CodeSystem/section}
     * @param summary HTML without anything of the request in it
     */
    record Entry(Heading heading, String topic, String summary) {}

    /** What an entry is called, and where to read on. */
    record Heading(String id, String title, String link) {}
}
