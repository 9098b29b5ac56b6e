package org.w3id.materia.extract.indication;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The abbreviations that a text introduces, "irritable bowel syndrome (IBS)", so that the short form is read as the long one. */
final class Abbreviations {
    private static final Pattern INTRODUCED = Pattern.compile("((?:[\\p{L}\\d'’/-]+ ){1,8})\\(([A-Z][A-Za-z0-9-]{1,7})[),;]");

    private final Map<String, String> longForms = new HashMap<>();

    /** Learns the abbreviations of a further sentence. */
    void read(String text) {
        Matcher m = INTRODUCED.matcher(text);
        while (m.find()) {
            String name = m.group(2).toLowerCase(Locale.ROOT);
            String letters = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
            longForm(Arrays.asList(m.group(1).strip().toLowerCase(Locale.ROOT).split(" ", -1)), letters, name);
        }
    }

    private void longForm(List<String> words, String letters, String name) {
        int most = Math.min(words.size(), letters.length());
        for (int n = most; n > 0; n--) {
            List<String> last = words.subList(words.size() - n, words.size());
            String initials = last.stream()
                    .flatMap(w -> Arrays.stream(w.split("[-/]", -1)))
                    .filter(w -> !w.isEmpty())
                    .map(w -> w.substring(0, 1))
                    .collect(Collectors.joining());
            boolean single = n == 1 && last.get(0).charAt(0) == letters.charAt(0);
            if (initials.equals(letters) || single) {
                longForms.putIfAbsent(name, String.join(" ", last));
                return;
            }
        }
    }

    /** The name with short forms written out. */
    String writtenOut(String name) {
        if (longForms.isEmpty()) {
            return name;
        }
        return Arrays.stream(name.split(" ", -1))
                .map(w -> longForms.getOrDefault(w, w))
                .collect(Collectors.joining(" "));
    }
}
