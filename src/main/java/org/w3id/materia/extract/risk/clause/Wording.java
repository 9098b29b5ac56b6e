package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Words;

/**
 * The words of a clause in the forms that {@code directives.txt} has: "mustn't usually be given" as "must not be USED". Adverbs and
 * brackets are left out, "never" and contractions are taken apart.
 */
final class Wording {
    static final Lexicon ADVERBS = Lexicon.load("extract/risk/adverbs.txt");
    private static final Lexicon FORMS = Lexicon.load("extract/risk/forms.txt");
    private static final Lexicon MEASURES = Lexicon.load("extract/risk/dose-words.txt");
    private static final String ADJUSTMENT = "ADJUSTMENT";

    private final List<String> forms = new ArrayList<>();
    private final List<Integer> tokens = new ArrayList<>();

    Wording(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            add(words.word(i), i);
        }
    }

    List<String> forms() {
        return forms;
    }

    /** The token that a form was made of. */
    int token(int form) {
        return tokens.get(form);
    }

    private void add(String word, int token) {
        if (word.equals("()") || ADVERBS.contains(word)) {
            return;
        }
        if (word.equals("never")) {
            put("must", token);
            put("not", token);
        } else if (word.equals("cannot") || word.equals("can't")) {
            put("can", token);
            put("not", token);
        } else if (word.endsWith("n't") && word.length() > 3) {
            put(word.substring(0, word.length() - 3), token);
            put("not", token);
        } else {
            put(word, token);
        }
    }

    private void put(String word, int token) {
        String form = FORMS.value(word).orElse(word);
        if (form.equals(ADJUSTMENT)) {
            while (!forms.isEmpty() && MEASURES.contains(last())) {
                remove();
            }
        }
        if (form.equals("must") && !forms.isEmpty() && last().equals("must")) {
            remove();
        }
        forms.add(form);
        tokens.add(token);
    }

    private String last() {
        return forms.get(forms.size() - 1);
    }

    private void remove() {
        forms.remove(forms.size() - 1);
        tokens.remove(tokens.size() - 1);
    }
}
