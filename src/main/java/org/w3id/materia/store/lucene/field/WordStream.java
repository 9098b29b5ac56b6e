package org.w3id.materia.store.lucene.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.w3id.materia.store.index.FoldedText;

/** The folded words of texts, each once. */
public final class WordStream extends TokenStream {
    /** Lucene refuses terms above 32,766 bytes; nobody asks for a word of this length. */
    private static final int LONGEST = 256;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words = new ArrayList<>();
    private int next;

    public WordStream(List<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            for (String word : FoldedText.words(text)) {
                if (word.length() <= LONGEST && seen.add(word)) {
                    words.add(word);
                }
            }
        }
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == words.size()) {
            return false;
        }
        term.append(words.get(next++));
        return true;
    }
}
