package org.w3id.materia.store.lucene;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Trigrams, each one position behind the one before it. */
final class TrigramStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> trigrams;
    private Iterator<String> rest;

    TrigramStream(List<String> trigrams) {
        this.trigrams = trigrams;
        this.rest = trigrams.iterator();
    }

    @Override
    public void reset() {
        rest = trigrams.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        term.append(rest.next());
        return true;
    }
}
