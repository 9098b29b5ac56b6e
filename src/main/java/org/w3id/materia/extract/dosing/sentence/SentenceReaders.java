package org.w3id.materia.extract.dosing.sentence;

import java.util.HashMap;
import java.util.Map;
import org.w3id.materia.extract.dosing.grammar.NumberStyle;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.monograph.Passage;

/** The readers of one monograph's sentences and labels, each made once: a label governs many sentences. */
public final class SentenceReaders {
    private final Substances substances;
    private final NumberStyle style;
    /** A passage is equal to itself alone. */
    private final Map<Passage, SentenceReader> readers = new HashMap<>();

    public SentenceReaders(Substances substances, NumberStyle style) {
        this.substances = substances;
        this.style = style;
    }

    public Substances substances() {
        return substances;
    }

    /** A reader of words that are put together from several cells. */
    public SentenceReader of(String words) {
        return new SentenceReader(Tokens.of(words, style), substances);
    }

    /** The reader of that passage, made when it is first asked for. */
    public SentenceReader of(Passage passage) {
        return readers.computeIfAbsent(passage, p -> new SentenceReader(Tokens.of(p.text(), style), substances));
    }
}
