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
import org.w3id.materia.store.index.Misspelling;
import org.w3id.materia.store.index.Trigrams;
import org.w3id.materia.store.lucene.field.IndexFields;

/** Searches of folded text, as trigrams that follow each other. */
final class TextQueries {
    private TextQueries() {}

    /** The texts have each of the words. */
    static Query hasWords(String parameter, Criterion.HasWords words) {
        return all(words.words(), word -> {
            BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
            anywhere.add(new TermQuery(new Term(IndexFields.words(parameter), word)), Occur.SHOULD);
            words.also().forEach(p -> anywhere.add(new TermQuery(new Term(IndexFields.words(p), word)), Occur.SHOULD));
            return anywhere.build();
        });
    }

    /** Each word begins one of the text's, or is within few typing errors of one. */
    static Query resembles(String parameter, String text) {
        return all(text, word -> {
            Term term = new Term(IndexFields.words(parameter), word);
            int errors = Misspelling.errors(word);
            Query begins = new PrefixQuery(term);
            return errors == 0
                    ? begins
                    : new BooleanQuery.Builder()
                            .add(begins, Occur.SHOULD)
                            .add(resembles(term, errors), Occur.SHOULD)
                            .build();
        });
    }

    private static Query resembles(Term term, int errors) {
        return new FuzzyQuery(term, errors, 0, Misspelling.MOST_RESEMBLING, true, FuzzyQuery.CONSTANT_SCORE_REWRITE);
    }

    private static Query all(String text, Function<String, Query> ofWord) {
        List<String> words = FoldedText.words(text);
        if (words.isEmpty()) {
            return nothingLeft();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream().distinct().forEach(word -> all.add(ofWord.apply(word), Occur.FILTER));
        return all.build();
    }

    /** The text stands somewhere in the value, as {@link org.w3id.materia.store.index.SoughtText} has it. */
    static Query within(String parameter, String sought) {
        if (sought.isEmpty()) {
            return nothingLeft();
        }
        String field = IndexFields.trigrams(parameter);
        List<String> trigrams = Trigrams.of(sought);
        if (trigrams.isEmpty()) {
            return new PrefixQuery(new Term(field, sought));
        }
        return new NGramPhraseQuery(Trigrams.SIZE, new PhraseQuery(field, trigrams.toArray(String[]::new)));
    }

    /** A text of punctuation alone could match everything or nothing; everything would look like an answer. */
    private static Query nothingLeft() {
        return new MatchNoDocsQuery("nothing to compare");
    }
}
