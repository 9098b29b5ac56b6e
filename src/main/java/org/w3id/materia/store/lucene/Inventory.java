package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.lucene.document.SourceContent;
import org.w3id.materia.store.lucene.document.UncheckedIo;
import org.w3id.materia.store.lucene.field.IndexFields;

/** What one generation holds as a whole: its sources and how many resources of each type. Worked out when first asked. */
final class Inventory {
    private final IndexSearcher searcher;
    private Map<String, Source> sources;
    private Map<String, Integer> counts;

    Inventory(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Every source, by its id, in the order of the ids. */
    synchronized Map<String, Source> sources() {
        if (sources == null) {
            Map<String, Source> found = new TreeMap<>();
            forEachSource(content -> {
                Source source = SourceContent.source(content);
                found.put(source.id(), source);
            });
            sources = Collections.unmodifiableMap(found);
        }
        return sources;
    }

    List<Finding> findings() {
        return sources().values().stream().flatMap(s -> s.findings().stream()).toList();
    }

    /** How many resources of each type; types without any are absent. */
    synchronized Map<String, Integer> counts() {
        if (counts == null) {
            counts = Collections.unmodifiableMap(UncheckedIo.get(this::count));
        }
        return counts;
    }

    private Map<String, Integer> count() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        Terms types = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.TYPE);
        if (types != null) {
            TermsEnum each = types.iterator();
            while (each.next() != null) {
                // A term may outlive its last document until segments are merged.
                int live = searcher.count(new TermQuery(new Term(IndexFields.TYPE, each.term())));
                if (live > 0) {
                    found.put(each.term().utf8ToString(), live);
                }
            }
        }
        return found;
    }

    /**
     * Every source with the keys that it holds: megabytes, so one at a time and none kept.
     *
     * @param action takes the bytes that {@link SourceContent} reads, valid until it returns
     */
    void forEachSource(Consumer<BytesRef> action) {
        UncheckedIo.run(() -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Terms ids = leaf.reader().terms(IndexFields.SOURCE);
                if (ids != null) {
                    forEachSource(leaf, ids.iterator(), action);
                }
            }
        });
    }

    private static void forEachSource(LeafReaderContext leaf, TermsEnum ids, Consumer<BytesRef> action)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        PostingsEnum documents = null;
        while (ids.next() != null) {
            documents = ids.postings(documents, PostingsEnum.NONE);
            for (int d = documents.nextDoc(); d != PostingsEnum.NO_MORE_DOCS; d = documents.nextDoc()) {
                if (live == null || live.get(d)) {
                    BinaryDocValues contents = leaf.reader().getBinaryDocValues(IndexFields.CONTENT);
                    contents.advanceExact(d);
                    action.accept(contents.binaryValue());
                }
            }
        }
    }
}
