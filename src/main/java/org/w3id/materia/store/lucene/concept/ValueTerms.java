package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.SafeRegex;

/** The different values of a property, each looked at once. */
final class ValueTerms {
    private final ConceptIndex index;

    ValueTerms(ConceptIndex index) {
        this.index = index;
    }

    /**
     * Concepts of which a value matches.
     *
     * @param predicate the same question, for concepts with values that are too long to be terms
     */
    Query matching(String field, String property, String regex, Predicate<Concept> predicate) throws IOException {
        SafeRegex pattern = SafeRegex.compile(regex);
        BytesRef prefix = ConceptFields.beforeValues(property);
        List<BytesRef> matching = new ArrayList<>();
        Terms terms = index.segment().terms(field);
        TermsEnum values = terms == null ? TermsEnum.EMPTY : terms.iterator();
        if (values.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
            for (BytesRef term = values.term();
                    term != null && StringHelper.startsWith(term, prefix);
                    term = values.next()) {
                if (pattern.matches(new BytesRef(term.bytes, term.offset + prefix.length, term.length - prefix.length)
                        .utf8ToString())) {
                    matching.add(BytesRef.deepCopyOf(term));
                }
            }
        }
        return new BooleanQuery.Builder()
                .add(new TermInSetQuery(field, matching), Occur.SHOULD)
                .add(new TermInSetQuery(ConceptFields.CODE, longValued(field, property, predicate)), Occur.SHOULD)
                .build();
    }

    private List<BytesRef> longValued(String field, String property, Predicate<Concept> predicate) throws IOException {
        List<BytesRef> codes = new ArrayList<>();
        PostingsEnum postings = index.postings(field, ConceptFields.longValued(property));
        while (postings != null && postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            Concept concept = index.read(postings.docID());
            if (predicate.test(concept)) {
                codes.add(new BytesRef(concept.code()));
            }
        }
        return codes;
    }
}
