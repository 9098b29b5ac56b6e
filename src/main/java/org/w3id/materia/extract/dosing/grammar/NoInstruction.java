package org.w3id.materia.extract.dosing.grammar;

import org.w3id.materia.language.Lexicon;

/** Words that make of what they govern no instruction: taken back, false, imagined, past, tried out, for animals ({@code dosing/no-instruction.txt}, {@code language/animals.txt}). */
public final class NoInstruction {
    private static final Lexicon LIST = Lexicon.load("extract/dosing/no-instruction.txt", "language/animals.txt");

    private NoInstruction() {}

    /** A parser for them and for further words, parted by bars. */
    public static Phrases<Boolean> and(String further) {
        Phrases<Boolean> words = Phrases.words(further);
        LIST.entries().forEach(entry -> words.with(true, entry));
        return words;
    }
}
