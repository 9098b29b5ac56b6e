package org.w3id.materia.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be served.
 *
 * @param folders with the monographs
 * @param origin whose they are
 */
record Monographs(List<Path> folders, Origin origin) {
    /** Whose the monographs are. */
    enum Origin {
        /** Shipped with the program; they never change while it runs. */
        SAMPLES,
        /** The operator's: their folders are watched. */
        OWN
    }

    static Monographs samples() {
        return new Monographs(List.of(Samples.folder()), Origin.SAMPLES);
    }

    static Monographs own(List<Path> folders) {
        return new Monographs(List.copyOf(folders), Origin.OWN);
    }

    boolean areSamples() {
        return origin == Origin.SAMPLES;
    }
}
