package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that a person types to find a concept (parameter {@code filter} of ValueSet/$expand): every word of it begins a word of a
 * name or of the code.
 */
public final class TextFilter {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final String text;
    private final List<String> wanted;

    /** @param text null or empty lets everything pass */
    public TextFilter(String text) {
        this.text = text == null ? "" : text;
        wanted = words(this.text);
    }

    /** As it was typed. */
    public String text() {
        return text;
    }

    /** Words of letters and digits, in lower case. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** The words, each of which must begin one of a name's. */
    public List<String> wanted() {
        return List.copyOf(wanted);
    }

    /** Whether everything passes. */
    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Whether the code or one of the names has all the words. */
    public boolean passes(String code, List<Designation> designations) {
        return isEmpty() || passes(code) || designations.stream().anyMatch(d -> d.value() != null && passes(d.value()));
    }

    private boolean passes(String text) {
        List<String> words = words(text);
        return wanted.stream().allMatch(w -> words.stream().anyMatch(word -> word.startsWith(w)));
    }
}
