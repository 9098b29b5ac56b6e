package org.w3id.materia.extract.dosing.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parser for fixed wordings; of several that fit, the longest is read. */
public final class Phrases<T> implements Parser<T> {
    private static final class Entry<T> {
        private final String[] words;
        private final T value;

        Entry(String[] words, T value) {
            this.words = words;
            this.value = value;
        }
    }

    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();

    /** Wordings of which only the presence matters, parted by bars. */
    public static Phrases<Boolean> words(String wordings) {
        return new Phrases<Boolean>().with(true, wordings);
    }

    /** Adds wordings that mean {@code value}, parted by bars: {@code "twice | two times"}. */
    public Phrases<T> with(T value, String wordings) {
        for (String wording : wordings.split("\\|")) {
            Tokens tokens = Tokens.of(wording);
            String[] words = new String[tokens.size()];
            for (int i = 0; i < words.length; i++) {
                words[i] = tokens.word(i);
            }
            List<Entry<T>> entries = byFirstWord.computeIfAbsent(words[0], w -> new ArrayList<>());
            entries.add(new Entry<>(words, value));
            entries.sort(Comparator.comparing((Entry<T> e) -> e.words.length).reversed());
        }
        return this;
    }

    @Override
    public Optional<Reading<T>> parse(Tokens tokens, int at) {
        for (Entry<T> entry : byFirstWord.getOrDefault(tokens.word(at), List.of())) {
            int length = entry.words.length;
            if (at + length <= tokens.size() && tokens.follows(at, entry.words)) {
                return Optional.of(new Reading<>(entry.value, at, at + length));
            }
        }
        return Optional.empty();
    }
}
