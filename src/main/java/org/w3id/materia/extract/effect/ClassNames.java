package org.w3id.materia.extract.effect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;

/** Names of classes of effects: "allergic reactions", "gastrointestinal issues". */
final class ClassNames {
    private static final Lexicon HEADS = Lexicon.load("language/class-heads.txt");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");

    private ClassNames() {}

    static boolean endsInOne(String label) {
        String plain =
                BRACKETS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("").strip();
        return HEADS.contains(plain.substring(plain.lastIndexOf(' ') + 1));
    }
}
