package org.w3id.materia.language;

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
import java.util.Set;

/**
 * A list of words and phrases from a resource file: UTF-8, lower case, one entry a line, an optional value behind a tab;
 * empty lines and lines that begin with {@code #} are comments.
 */
public final class Lexicon {
    private final Map<String, String> values;
    /** The number of words of the longest entry that begins with a word; keeps most look-ups to one. */
    private final Map<String, Integer> longestFrom;
    /** The same for entries that end in a word. */
    private final Map<String, Integer> longestTo;

    private Lexicon(Map<String, String> values) {
        this.values = Map.copyOf(values);
        Map<String, Integer> from = new HashMap<>();
        Map<String, Integer> to = new HashMap<>();
        for (String entry : values.keySet()) {
            String[] words = entry.split(" ", -1);
            from.merge(words[0], words.length, Math::max);
            to.merge(words[words.length - 1], words.length, Math::max);
        }
        this.longestFrom = Map.copyOf(from);
        this.longestTo = Map.copyOf(to);
    }

    /**
     * The lexicon in resource files. What several lists have in common stands in a file of its own; an entry that stands in two files has
     * the value of the first.
     *
     * @param names the files' paths below the program's package ({@code language/sites.txt})
     */
    public static Lexicon load(String... names) {
        Map<String, String> values = new HashMap<>();
        for (int i = names.length - 1; i >= 0; i--) {
            read("/org/w3id/materia/" + names[i], values);
        }
        return new Lexicon(values);
    }

    private static void read(String path, Map<String, String> values) {
        try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program has no resource " + path);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> values.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lexicon of these entries and their values. */
    public static Lexicon of(Map<String, String> values) {
        return new Lexicon(values);
    }

    /** The words of a closed class that one rule alone knows, parted by bars. */
    public static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s*\\|\\s*"));
    }

    /** The entries that have this value. */
    public Lexicon having(String value) {
        Map<String, String> some = new HashMap<>(values);
        some.values().removeIf(v -> !v.equals(value));
        return new Lexicon(some);
    }

    /** All entries, without their values. */
    public Set<String> entries() {
        return values.keySet();
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
        int longest = from < words.size() ? longestFrom.getOrDefault(words.get(from), 0) : 0;
        for (int n = Math.min(longest, words.size() - from); n > 0; n--) {
            if (contains(String.join(" ", words.subList(from, from + n)))) {
                return n;
            }
        }
        return 0;
    }

    /** How many words the longest entry that ends before word {@code to} has; 0 where none does. */
    public int suffixLength(List<String> words, int to) {
        int longest = to > 0 ? longestTo.getOrDefault(words.get(to - 1), 0) : 0;
        for (int n = Math.min(longest, to); n > 0; n--) {
            if (contains(String.join(" ", words.subList(to - n, to)))) {
                return n;
            }
        }
        return 0;
    }
}
