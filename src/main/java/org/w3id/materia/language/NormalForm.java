package org.w3id.materia.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The form in which names are compared: lower case, singular, American spelling, without possessives; a hyphen parts words.
 * "Crohn's diseases", "tumours", "non-Hodgkin" → "crohn disease", "tumor", "non hodgkin".
 */
public final class NormalForm {
    private static final Set<String> UNCHANGED = Lexicon.words("""
            diabetes | herpes | rabies | scabies | lens | pancreas | caries | series | species | feces | ascites |
            measles | mumps | rickets | tetanus | aids | hives | gas | menses | sepsis | this | his | its | as |
            is | was | has | does""");
    private static final int SHORTEST_PLURAL = 4;

    private NormalForm() {}

    /** The normal form of a name of several words. */
    public static String of(String name) {
        return String.join(" ", words(name));
    }

    /** The words of the normal form; a word with hyphens gives several. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= name.length(); i++) {
            boolean part = i < name.length() && isPart(name.charAt(i));
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                String word = word(name.substring(start, i));
                if (!word.isEmpty()) {
                    words.add(word);
                }
                start = -1;
            }
        }
        return words;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == '.' || c == '/' || c == '%' || c == '+';
    }

    private static String word(String raw) {
        String word = raw.toLowerCase(Locale.ROOT).replace('’', '\'');
        int end = word.length();
        while (end > 0 && (word.charAt(end - 1) == '.' || word.charAt(end - 1) == '\'')) {
            end--;
        }
        word = word.substring(0, end);
        if (word.endsWith("'s")) {
            return american(word.substring(0, word.length() - 2));
        }
        return american(singular(word));
    }

    /** A word, or the last of a phrase, in the singular, lower case as it is given. */
    public static String singular(String word) {
        int n = word.length();
        if (n < SHORTEST_PLURAL
                || word.charAt(n - 1) != 's'
                || UNCHANGED.contains(word.substring(word.lastIndexOf(' ') + 1))
                || endsSingular(word)) {
            return word;
        }
        if (word.endsWith("ies") && n > SHORTEST_PLURAL + 1) {
            return word.substring(0, n - 3) + "y";
        }
        boolean hissing =
                word.endsWith("sses") || word.endsWith("xes") || word.endsWith("shes") || word.endsWith("ches");
        if (hissing && !word.endsWith("aches")) {
            return word.substring(0, n - 2);
        }
        if (word.endsWith("oses") || word.endsWith("ases") && word.endsWith("stases")) {
            return word.substring(0, n - 2) + "is";
        }
        return word.substring(0, n - 1);
    }

    /** "loss", "virus", "arthritis". */
    private static boolean endsSingular(String word) {
        char before = word.charAt(word.length() - 2);
        return before == 's' || before == 'u' || before == 'i' || before == '\'';
    }

    private static String american(String word) {
        boolean american = word.indexOf("ae") < 0
                && word.indexOf("oe") < 0
                && word.indexOf("our") < 0
                && word.indexOf("isation") < 0;
        return american
                ? word
                : word.replace("ae", "e")
                        .replace("oe", "e")
                        .replace("tumour", "tumor")
                        .replace("colour", "color")
                        .replace("behaviour", "behavior")
                        .replace("isation", "ization");
    }
}
