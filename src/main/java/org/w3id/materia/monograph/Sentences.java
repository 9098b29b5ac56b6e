package org.w3id.materia.monograph;

import java.util.List;

/** Cuts a passage into sentences. */
final class Sentences {
    private Sentences() {}

    static List<Passage> of(Passage passage) {
        return List.of(passage);
    }
}
