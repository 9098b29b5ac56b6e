package org.w3id.materia.store.lucene.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The terms of one field of one document. */
final class TermStream extends TokenStream {
    private static final FieldType TYPE = type();

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final List<BytesRef> terms;
    private int next;

    private TermStream(Collection<BytesRef> terms) {
        this.terms = new ArrayList<>(terms);
    }

    static Field field(String name, Collection<BytesRef> terms) {
        return new Field(name, new TermStream(terms), TYPE);
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
