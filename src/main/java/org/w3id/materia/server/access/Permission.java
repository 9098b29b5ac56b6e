package org.w3id.materia.server.access;

/** What one may do with resources of a type (SMART App Launch 2.2, Scopes for requesting FHIR Resources); nothing here can be written. */
enum Permission {
    /** One resource, a version of it, its history. */
    READ('r'),
    /** Searches, and the history of all. */
    SEARCH('s');

    private final char letter;

    Permission(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
