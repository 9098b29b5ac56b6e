package org.w3id.materia.extract.indication.name;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells when two names are one but for number: "migraine" and "migraines". */
public final class Likeness {
    private Likeness() {}

    /** A text that is equal for names that are alike. */
    public static String key(String name) {
        return Arrays.stream(
                        (name.startsWith("common cold") ? name.substring("common ".length()) : name).split(" ", -1))
                .map(Likeness::stem)
                .collect(Collectors.joining(" "));
    }

    private static String stem(String word) {
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        if (plural && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
