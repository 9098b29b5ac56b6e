package org.w3id.materia.extract;

import java.nio.charset.StandardCharsets;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.UnusableMonographException;

/** Facts of small texts written in tests. */
final class Facts {
    private Facts() {}

    /** What a monograph of that title and body states. */
    static MonographFacts of(String title, String body) {
        return FactExtractor.extract(monograph(title, body));
    }

    static Monograph monograph(String title, String body) {
        try {
            String text = "---\ntitle: " + title + "\n---\n\n# " + title + "\n\n" + body;
            return MonographReader.read("test.md", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnusableMonographException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
