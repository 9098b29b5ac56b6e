package org.w3id.materia.store.lucene.query;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.index.FoldedText;
import org.w3id.materia.store.index.Trigrams;
import org.w3id.materia.store.lucene.field.Fields;

/** Searches of folded text, as trigrams that follow each other. */
final class TextQueries {
    private static final int SHORTEST_MISTYPED = 5;
    private static final int LONG = 8;
    private static final int MOST_RESEMBLING = 100;

    private TextQueries() {}

    /** The value, or one of its words, begins with the text (FHIR R4, 3.1.1.4.8). */
    static Query begins(String parameter, String text) {
        String folded = FoldedText.of(text);
        return folded.isEmpty() ? nothingLeft(text) : within(parameter, " " + folded);
    }

    /** The value is the text. */
    static Query equal(String parameter, String text) {
        String folded = FoldedText.of(text);
        return folded.isEmpty() ? nothingLeft(text) : within(parameter, Trigrams.BEFORE + folded + Trigrams.BEHIND);
    }

    /** The value begins with the text. */
    static Query starts(String parameter, String text) {
        String folded = FoldedText.of(text);
        return folded.isEmpty() ? nothingLeft(text) : within(parameter, Trigrams.BEFORE + folded);
    }

    /** The text stands anywhere in the value. */
    static Query contains(String parameter, String text) {
        String folded = FoldedText.of(text);
        return folded.isEmpty() ? nothingLeft(text) : within(parameter, folded);
    }

    /** The texts have each of the words. */
    static Query hasWords(String parameter, Criterion.HasWords words) {
        return all(words.words(), word -> {
            BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
            anywhere.add(new TermQuery(new Term(Fields.words(parameter), word)), Occur.SHOULD);
            words.also().forEach(p -> anywhere.add(new TermQuery(new Term(Fields.words(p), word)), Occur.SHOULD));
            return anywhere.build();
        });
    }

    /** Each word begins one of the text's, or is within few typing errors of one. */
    static Query resembles(String parameter, String text) {
        return all(text, word -> {
            Term term = new Term(Fields.words(parameter), word);
            int letters = word.codePointCount(0, word.length());
            Query begins = new PrefixQuery(term);
            return letters < SHORTEST_MISTYPED
                    ? begins
                    : new BooleanQuery.Builder()
                            .add(begins, Occur.SHOULD)
                            .add(resembles(term, letters < LONG ? 1 : 2), Occur.SHOULD)
                            .build();
        });
    }

    /** Two letters exchanged are one error. */
    private static Query resembles(Term term, int errors) {
        return new FuzzyQuery(term, errors, 0, MOST_RESEMBLING, true, FuzzyQuery.CONSTANT_SCORE_REWRITE);
    }

    private static Query all(String text, Function<String, Query> ofWord) {
        List<String> words = FoldedText.words(text);
        if (words.isEmpty()) {
            return nothingLeft(text);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream().distinct().forEach(word -> all.add(ofWord.apply(word), Occur.FILTER));
        return all.build();
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
