package org.w3id.materia.extract.interaction;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/** What two names of the same agent have in common: "drug that affects the liver", "medication affecting liver function". */
final class AgentKey {
    private static final Set<String> EMPTY_WORDS = Lexicon.words("""
            the | a | for | that | is | can | may | by | and | or | levels | level | function | enzyme | enzymes |
            certain | prescription | over-the-counter | non-prescription | used | to | of | in | conditions | system
            | concentrations""");
    private static final Set<String> ILLNESSES = Set.of("cough", "cold", "flu", "coughs", "colds");
    private static final Pattern VERB_END = Pattern.compile("(?:s|ing|e|es|ed)$");

    private AgentKey() {}

    static String of(String name) {
        Set<String> words = new TreeSet<>();
        Arrays.stream(name.split("[^\\p{L}\\p{N}-]+"))
                .filter(w -> !(EMPTY_WORDS.contains(w) || WordClasses.isMedicine(w)))
                .map(w -> ILLNESSES.contains(w) ? "cold" : VERB_END.matcher(w).replaceFirst(""))
                .forEach(words::add);
        return words.isEmpty() ? name : String.join(" ", words);
    }
}
