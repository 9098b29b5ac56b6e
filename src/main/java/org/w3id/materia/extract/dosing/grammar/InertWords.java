package org.w3id.materia.extract.dosing.grammar;

import org.w3id.materia.language.Lexicon;

/** The closed list of words that change nothing about a dose ({@code dosing/inert-words.txt}). */
public final class InertWords {
    /** A parser for them. */
    public static final Phrases<Boolean> INERT = load();

    private InertWords() {}

    private static Phrases<Boolean> load() {
        Phrases<Boolean> words = new Phrases<>();
        Lexicon.load("extract/dosing/inert-words.txt").entries().forEach(entry -> words.with(true, entry));
        return words;
    }
}
