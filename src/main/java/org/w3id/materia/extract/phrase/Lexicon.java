package org.w3id.materia.extract.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of words and phrases from a resource file: UTF-8, lower case, one entry a line, an optional value behind a tab;
 * empty lines and lines that begin with {@code #} are comments.
 */
public final class Lexicon {
    private final Map<String, String> values;
    private final int longest;

    private Lexicon(Map<String, String> values) {
        this.values = Map.copyOf(values);
        this.longest = values.keySet().stream()
                .mapToInt(e -> e.split(" ", -1).length)
                .max()
                .orElse(0);
    }

    /**
     * The lexicon in a file beside the classes of package {@code extract}.
     *
     * @param name the file's path below that package ({@code phrase/sites.txt})
     */
    public static Lexicon load(String name) {
        String path = "/org/w3id/materia/extract/" + name;
        try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program has no resource " + path);
            }
            Map<String, String> values = new HashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> values.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
            return new Lexicon(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a word or phrase, lower case, single-spaced, is an entry. */
    public boolean contains(String entry) {
        return values.containsKey(entry);
    }

    /** An entry's value; empty text where it has none. */
    public Optional<String> value(String entry) {
        return Optional.ofNullable(values.get(entry));
    }

    /** How many words the longest entry that {@code words} begin with has, from {@code from} on; 0 where none does. */
    public int prefixLength(List<String> words, int from) {
        for (int n = Math.min(longest, words.size() - from); n > 0; n--) {
            if (contains(String.join(" ", words.subList(from, from + n)))) {
                return n;
            }
        }
        return 0;
    }

    /** How many words the longest entry that ends before word {@code to} has; 0 where none does. */
    public int suffixLength(List<String> words, int to) {
        for (int n = Math.min(longest, to); n > 0; n--) {
            if (contains(String.join(" ", words.subList(to - n, to)))) {
                return n;
            }
        }
        return 0;
    }
}
