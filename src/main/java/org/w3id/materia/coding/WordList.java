package org.w3id.materia.coding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Resource files beside this class: an entry a line; empty lines and lines that begin with {@code #} are comments. */
final class WordList {
    private WordList() {}

    /** Words in the form that names are compared in. */
    static Set<String> load(String file) {
        return lines(file).stream().map(NameForm::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Names with the name behind the tab, as written.
     *
     * @throws IllegalStateException where a name stands there twice
     */
    static Map<String, String> pairs(String file) {
        return lines(file).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<String> lines(String file) {
        try (InputStream in = WordList.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program has no resource " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
