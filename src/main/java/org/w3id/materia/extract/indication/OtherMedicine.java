package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.Words;

/** Tells sentences whose subject is another medicine: "Allopurinol is used to treat gout" in a text on gentamicin. */
final class OtherMedicine {
    private static final Set<String> OPENING =
            Set.of("while", "although", "unlike", "however", "in", "contrast", "other", "the", ",");
    private static final Set<String> VERBS =
            Set.of("is", "are", "was", "were", "has", "can", "may", "treats", "relieves", "works", "helps", "prevents");

    private final List<String> own = new ArrayList<>();

    OtherMedicine(Product product) {
        product.ingredients().stream().map(Ingredient::name).forEach(own::add);
        product.synonyms().stream().map(s -> s.toLowerCase(Locale.ROOT)).forEach(own::add);
    }

    /** Whether the sentence begins with the name of another medicine and says something of it. */
    boolean isSubject(String sentence) {
        Words words = Words.of(sentence);
        int at = 0;
        while (OPENING.contains(words.word(at))) {
            at++;
        }
        NameBook book = NameBook.get();
        if (!book.isOtherDrug(words, at, own)) {
            return false;
        }
        int behind = at + book.longest(words, at).orElseThrow().tokens();
        while (words.isBracket(behind)) {
            behind++;
        }
        return VERBS.contains(words.word(behind));
    }
}
