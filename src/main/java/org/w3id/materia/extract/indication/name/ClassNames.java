package org.w3id.materia.extract.indication.name;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.phrase.NounPhrases;
import org.w3id.materia.language.phrase.Phrase;

/** Tells names of classes of conditions, whose explanation may name members, from names of single ones. */
public final class ClassNames {
    private static final Set<String> CLASSES = Lexicon.words("""
            infections | infection | conditions | disorders | diseases | problems | issues | cancers | tumors |
            symptoms | reactions | deficiencies | pain | upset | allergies | mycoses | injuries | inflammation |
            discomfort | infestations | malignancies | dermatoses | complications | illnesses | ailments | uses |
            cases | situations""");
    private static final int SHORT = 5;

    private ClassNames() {}

    /** @param word in lower case */
    public static boolean isClassWord(String word) {
        return CLASSES.contains(word);
    }

    /** Whether one of the label's noun phrases ends with the word for a class. */
    public static boolean isClass(String label) {
        for (Phrase phrase : NounPhrases.of(label)) {
            String text = phrase.text();
            if (CLASSES.contains(text.substring(text.lastIndexOf(' ') + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is a list that begins with a short name of a condition and says nothing else. */
    public static boolean isBareList(String text) {
        List<Phrase> phrases = NounPhrases.of(text);
        return phrases.size() > 1
                && Fragments.isFragment(text)
                && Meaning.of(phrases.get(0).text()) == Meaning.CONDITION
                && Arrays.stream(phrases.get(0).text().split(" ", -1)).noneMatch(WordClasses::isPreposition)
                && phrases.stream().allMatch(p -> p.text().split(" ", -1).length <= SHORT);
    }
}
