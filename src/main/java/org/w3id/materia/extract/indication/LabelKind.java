package org.w3id.materia.extract.indication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/** What a label in a section on usage is. */
enum LabelKind {
    /** A condition, or what is done about one: "Hypertension", "Prevention of stroke". */
    CONDITION,
    /** A part of the body, under a lead-in that speaks of infections of it. */
    SITE,
    /** An ingredient, or another name of the drug. */
    SUBSTANCE,
    /** It says something of the text behind it: "Off-label uses", "Important note". */
    REMARK;

    private static final Lexicon REMARKS = Lexicon.load("extract/indication/remark-words.txt");

    static LabelKind of(String label, OwnNames own) {
        String text = Brackets.without(label).toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(text.split("[\\s/+,]+", -1));
        if (text.isEmpty()
                || text.endsWith("?")
                || REMARKS.contains(words.get(0))
                || REMARKS.contains(words.get(words.size() - 1))) {
            return REMARK;
        }
        boolean condition = Meaning.isConditionWord(words.get(words.size() - 1));
        if (!condition && !own.ingredientsSpelt(label).isEmpty()) {
            return SUBSTANCE;
        }
        boolean site = words.size() <= 2 && WordClasses.isSite(words.get(words.size() - 1));
        if (Meaning.of(text) != Meaning.CONDITION && (site || text.endsWith(" tract") || text.endsWith(" system"))) {
            return SITE;
        }
        return CONDITION;
    }

    /** The one ingredient of a combination whose name a label spells in another way ("L-Methylfolate", "Zinc Sulfate"). */
    static Optional<String> ingredientOf(String label, OwnNames own) {
        List<String> named = own.ingredientsSpelt(label);
        return own.onlyIngredient().isEmpty() && named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
