package org.w3id.materia.terminology.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.codesystem.Designation;

/**
 * The text that a person types to find a concept (parameter {@code filter} of ValueSet/$expand): every word of it begins a word of a
 * name or of the code.
 */
final class TextFilter {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final List<String> wanted;

    /** @param text null or empty lets everything pass */
    TextFilter(String text) {
        wanted = words(text == null ? "" : text);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    boolean passes(String code, List<Designation> designations) {
        return isEmpty() || passes(code) || designations.stream().anyMatch(d -> d.value() != null && passes(d.value()));
    }

    private boolean passes(String text) {
        List<String> words = words(text);
        return wanted.stream().allMatch(w -> words.stream().anyMatch(word -> word.startsWith(w)));
    }
}
