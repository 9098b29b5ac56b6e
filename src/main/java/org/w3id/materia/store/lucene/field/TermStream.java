package org.w3id.materia.store.lucene.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.index.FoldedText;

/** The terms of one field of one document. */
public final class TermStream extends TokenStream {
    private static final FieldType TYPE = type();

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final List<BytesRef> terms;
    private int next;

    private TermStream(Collection<BytesRef> terms) {
        this.terms = new ArrayList<>(terms);
    }

    /** A field of terms as they are. */
    public static Field field(String name, Collection<BytesRef> terms) {
        return new Field(name, new TermStream(terms), TYPE);
    }

    /** A field of the folded words of texts, each once. */
    public static Field ofWords(String name, List<String> texts) {
        return field(
                name,
                FoldedText.distinctWords(texts).stream().map(BytesRef::new).toList());
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == terms.size()) {
            return false;
        }
        term.setBytesRef(terms.get(next++));
        return true;
    }
}
