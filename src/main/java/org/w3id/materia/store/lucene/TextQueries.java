package org.w3id.materia.store.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/** Searches of folded text, as trigrams that follow each other. */
final class TextQueries {
    private TextQueries() {}

    /** The value, or one of its words, begins with the text (FHIR R4, 3.1.1.4.8). */
    static Query begins(String parameter, String text) {
        String folded = FoldedText.of(text);
        return folded.isEmpty() ? nothingLeft(text) : within(parameter, " " + folded);
    }

    /** The text stands anywhere in the value. */
    static Query contains(String parameter, String text) {
        String folded = FoldedText.of(text);
        return folded.isEmpty() ? nothingLeft(text) : within(parameter, folded);
    }

    private static Query within(String parameter, String folded) {
        String field = Fields.trigrams(parameter);
        List<String> trigrams = Trigrams.of(folded);
        if (trigrams.isEmpty()) {
            return new PrefixQuery(new Term(field, folded));
        }
        return new NGramPhraseQuery(Trigrams.SIZE, new PhraseQuery(field, trigrams.toArray(String[]::new)));
    }

    /** A text of punctuation alone could match everything or nothing; everything would look like an answer. */
    private static Query nothingLeft(String text) {
        return new MatchNoDocsQuery("nothing to compare in '" + text + "'");
    }
}
