package org.w3id.materia.store.lucene.query;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.index.Keyword;
import org.w3id.materia.store.lucene.document.ReferenceContent;
import org.w3id.materia.store.lucene.document.UncheckedIo;
import org.w3id.materia.store.lucene.field.IndexFields;

/** Searches along references: what one search finds becomes the terms of the next, in either direction. */
final class ReferenceJoins {
    /** Reads something of one document. */
    private interface Reading {
        void read(int document) throws IOException;
    }

    /** What to read with, in one segment. */
    private interface Opening {
        Reading open(LeafReader segment) throws IOException;
    }

    private final IndexSearcher searcher;

    ReferenceJoins(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Resources of {@code type} that by {@code parameter} refer to one that {@code targets} finds. */
    Query referringTo(String type, String parameter, Query targets) {
        Set<String> terms = new HashSet<>();
        forEach(targets, segment -> {
            SortedDocValues keys = DocValues.getSorted(segment, IndexFields.KEY);
            return document -> {
                if (keys.advanceExact(document)) {
                    String key = keys.lookupOrd(keys.ordValue()).utf8ToString();
                    int slash = key.indexOf('/');
                    terms.add(Keyword.of(type, parameter, key.substring(0, slash), key.substring(slash + 1)));
                }
            };
        });
        return anyOf(IndexFields.REFERENCE, terms);
    }

    /** Resources of {@code type} to which one that {@code sources} finds refers by {@code parameter}. */
    Query referredBy(String type, String parameter, Query sources) {
        Set<String> keys = new HashSet<>();
        forEach(sources, segment -> {
            BinaryDocValues references = DocValues.getBinary(segment, IndexFields.REFERENCES);
            return document -> {
                if (references.advanceExact(document)) {
                    ReferenceContent.targets(references.binaryValue(), Optional.of(parameter)).stream()
                            .filter(target -> target.type().equals(type))
                            .forEach(target -> keys.add(target.toString()));
                }
            };
        });
        return anyOf(IndexFields.KEY, keys);
    }

    /** Many terms at once cost one walk through the field's dictionary. */
    static Query anyOf(String field, Collection<String> terms) {
        return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
    }

    private void forEach(Query query, Opening opening) {
        UncheckedIo.run(() -> {
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer != null) {
                    forEach(scorer.iterator(), leaf.reader().getLiveDocs(), opening.open(leaf.reader()));
                }
            }
        });
    }

    private static void forEach(DocIdSetIterator each, Bits live, Reading reading) throws IOException {
        for (int d = each.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = each.nextDoc()) {
            if (live == null || live.get(d)) {
                reading.read(d);
            }
        }
    }
}
