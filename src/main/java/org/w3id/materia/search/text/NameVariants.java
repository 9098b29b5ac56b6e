package org.w3id.materia.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of one substance in several systems of names: the international one, the British one before and after its change, the American
 * one. The table and its sources are in {@code names/name-variants.tsv}.
 */
public final class NameVariants {
    private static final String TABLE = "/org/w3id/materia/names/name-variants.tsv";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Map<String, List<String>> byName = new HashMap<>();
    private int longest;

    private NameVariants() {}

    /** The shipped table. */
    public static NameVariants load() {
        NameVariants variants = new NameVariants();
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(NameVariants.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            table.lines().filter(line -> !line.startsWith("#")).forEach(variants::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variants;
    }

    private void add(String line) {
        List<String> names = Arrays.stream(line.split("\t", -1))
                .map(cell -> cell.substring(cell.indexOf(':') + 1))
                .distinct()
                .toList();
        for (String name : names) {
            List<String> others = byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>());
            names.stream().filter(n -> !n.equals(name)).forEach(others::add);
            longest = Math.max(longest, name.split(" ", -1).length);
        }
    }

    /** The name with each substance in it under each of that substance's other names; none where it has no other. */
    public Set<String> of(String name) {
        Set<String> variants = new LinkedHashSet<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher words = WORD.matcher(name);
        while (words.find()) {
            starts.add(words.start());
            ends.add(words.end());
        }
        for (int first = 0; first < starts.size(); first++) {
            for (int last = first; last < Math.min(first + longest, ends.size()); last++) {
                String before = name.substring(0, starts.get(first));
                String within = name.substring(starts.get(first), ends.get(last));
                String behind = name.substring(ends.get(last));
                byName.getOrDefault(within.toLowerCase(Locale.ROOT), List.of())
                        .forEach(other -> variants.add(before + asWritten(other, within) + behind));
            }
        }
        return variants;
    }

    private static String asWritten(String name, String like) {
        return Character.isUpperCase(like.charAt(0)) ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
    }
}
