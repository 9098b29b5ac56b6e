package org.w3id.materia.extract.dosing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The closed list of words that change nothing about a dose ({@code dosing/inert-words.txt}). */
final class InertWords {
    static final Phrases<Boolean> INERT = load();

    private InertWords() {}

    private static Phrases<Boolean> load() {
        Phrases<Boolean> words = new Phrases<>();
        try (InputStream in = InertWords.class.getResourceAsStream("inert-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program has no list of inert words");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> words.with(true, line));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
