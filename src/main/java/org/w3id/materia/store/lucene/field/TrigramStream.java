package org.w3id.materia.store.lucene.field;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.w3id.materia.store.index.Trigrams;

/**
 * The trigrams of one value, each one position behind the one before it. Before the first, positions are left free: a query
 * looks at every third trigram, and must not find one value's end joined to the next one's beginning.
 */
public final class TrigramStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> trigrams;
    private Iterator<String> rest;
    private boolean first;

    public TrigramStream(List<String> trigrams) {
        this.trigrams = trigrams;
    }

    @Override
    public void reset() {
        rest = trigrams.iterator();
        first = true;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        term.append(rest.next());
        if (first) {
            increment.setPositionIncrement(Trigrams.SIZE + 1);
            first = false;
        }
        return true;
    }
}
