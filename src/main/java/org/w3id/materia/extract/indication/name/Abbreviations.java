package org.w3id.materia.extract.indication.name;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The abbreviations that a text introduces, "irritable bowel syndrome (IBS)", so that the short form is read as the long one. */
public final class Abbreviations {
    private static final Pattern INTRODUCED =
            Pattern.compile("\\(([A-Za-z]*[A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*)(?:[),;]| [-\u2013\u2014])");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST = 100;

    private final Map<String, String> longForms = new HashMap<>();

    /** Learns the abbreviations of a further sentence. */
    public void read(String text) {
        Matcher m = INTRODUCED.matcher(text);
        while (m.find()) {
            String name = m.group(1).toLowerCase(Locale.ROOT);
            String before = text.substring(Math.max(0, m.start() - LONGEST), m.start());
            List<String> words = Arrays.asList(SPACES.split(before.strip().toLowerCase(Locale.ROOT), -1));
            if (!learn(words, name, name) && name.endsWith("s")) {
                learn(words, name.substring(0, name.length() - 1), name);
            }
        }
    }

    private boolean learn(List<String> words, String letters, String name) {
        for (int n = 1; n <= Math.min(words.size(), letters.length()); n++) {
            String form = String.join(" ", words.subList(words.size() - n, words.size()));
            boolean whole = n > 1 || letters.length() == 2;
            if (whole && !form.isEmpty() && form.charAt(0) == letters.charAt(0) && holds(form, letters)) {
                longForms.putIfAbsent(name, form);
                return true;
            }
        }
        return false;
    }

    /** Whether the letters stand in the form in their order. */
    private static boolean holds(String form, String letters) {
        int at = 0;
        for (int i = 0; i < letters.length(); i++) {
            at = form.indexOf(letters.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /** The name with short forms written out. */
    public String writtenOut(String name) {
        if (longForms.isEmpty()) {
            return name;
        }
        return Arrays.stream(name.split(" ", -1))
                .map(w -> longForms.getOrDefault(w, w))
                .collect(Collectors.joining(" "));
    }
}
