package org.w3id.materia.extract.dosing.grammar;

import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.Polarity;
import org.w3id.materia.language.Words;

/**
 * Which patients a sentence or label names only to leave them out ("unless on dialysis", "without renal impairment"), and which
 * of its words leave open, restrict or date what it says.
 */
public final class Denials {
    private final Tokens tokens;
    private Words words;
    private Polarities polarities;

    public Denials(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a denial reaches the words that begin at a token. */
    public boolean reach(int at) {
        read();
        boolean prefixed = tokens.is(at - 1, "-") && tokens.is(at - 2, "non");
        int word = words.at(tokens.get(at).start());
        return prefixed || word < words.size() && polarities.reaches(Polarity.DENIED, word);
    }

    /** Whether a token belongs to words that leave open, restrict or date: "under investigation", "was used". */
    public boolean qualifies(int at) {
        read();
        int start = tokens.get(at).start();
        int end = tokens.get(at).end();
        return polarities.cues().stream()
                .filter(cue -> cue.polarity() != Polarity.DENIED)
                .anyMatch(cue -> words.start(cue.at()) <= start && end <= words.end(cue.at() + cue.tokens() - 1));
    }

    private void read() {
        if (words == null) {
            words = Words.of(tokens.text());
            polarities = Polarities.of(words);
        }
    }
}
