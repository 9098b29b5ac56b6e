package org.w3id.materia.coding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form in which two spellings of one name are equal: case, accents, punctuation, possessives, British against American
 * spelling, and plurals do not count. Words do, and so does their order but in the {@link #unordered} form.
 */
final class NameForm {
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    /** British → American, in this order; each only where it cannot hit another word. */
    static final List<String[]> SPELLING = Stream.of(
                    "haem|hem",
                    "anaem|anem",
                    "aemi|emi",
                    "anaes|anes",
                    "chaem|chem",
                    "dyspnoe|dyspne",
                    "apnoe|apne",
                    "pnoe |pnea ",
                    "oedem|edem",
                    "oeso|eso",
                    "oestr|estr",
                    "rrhoea|rrhea",
                    "oea |ea ",
                    "tumour|tumor",
                    "paedi|pedi",
                    "gynaec|gynec",
                    "orthopaed|orthoped",
                    "foet|fet",
                    "caecum|cecum",
                    "coeliac|celiac",
                    "oelic|elic",
                    "sulph|sulf",
                    "isation|ization",
                    "behaviour|behavior",
                    "colour|color",
                    "aetio|etio",
                    "faec|fec",
                    "leucocyt|leukocyt",
                    "leucopen|leukopen")
            .map(rule -> rule.split("\\|"))
            .toList();

    /** Each British spelling has one of these; most names have none, and are looked through for no more. */
    static final List<String> MARKS = List.of("ae", "oe", "our", "sulph", "isation", "leuco");

    /** Words that tell only how the others are joined. */
    private static final Set<String> JOINTS = Set.of("of", "the", "in", "a", "an", "to", "from");

    private NameForm() {}

    /**
     * A form without the order of words: "infection of the urinary tract" and "urinary tract infection" have the same, and
     * no name in {@link #of} has one like it.
     */
    static String unordered(String form) {
        return "~"
                + Arrays.stream(form.split(" "))
                        .filter(word -> !JOINTS.contains(word))
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    static String of(String name) {
        String s = name.toLowerCase(Locale.ROOT);
        s = ACCENT.matcher(Normalizer.normalize(s, Normalizer.Form.NFKD)).replaceAll("");
        s = POSSESSIVE.matcher(s).replaceAll("");
        s = NO_WORD.matcher(s).replaceAll(" ").strip();
        s = american(s);
        return Arrays.stream(s.split(" ")).map(NameForm::singular).collect(Collectors.joining(" "));
    }

    private static String singular(String word) {
        if (word.length() <= 3
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("oses") && word.length() > 6 || word.endsWith("stases")) {
            return word.substring(0, word.length() - 2) + "is"; // dermatoses, metastases, but not doses
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }

    /** Rules of which most do not apply to most names, so each looks for its letters first. */
    private static String american(String name) {
        if (MARKS.stream().noneMatch(name::contains)) {
            return name;
        }
        String s = name + " ";
        for (String[] rule : SPELLING) {
            if (s.contains(rule[0])) {
                s = s.replace(rule[0], rule[1]);
            }
        }
        return s.strip();
    }
}
