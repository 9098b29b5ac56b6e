package org.w3id.materia.extract.effect;

import java.util.Locale;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.Lexicon;

/** Names of classes of effects: "allergic reactions", "gastrointestinal issues". */
final class ClassNames {
    private static final Lexicon HEADS = Lexicon.load("language/class-heads.txt");

    private ClassNames() {}

    static boolean endsInOne(String label) {
        String plain = Brackets.without(label.toLowerCase(Locale.ROOT));
        return HEADS.contains(plain.substring(plain.lastIndexOf(' ') + 1));
    }
}
