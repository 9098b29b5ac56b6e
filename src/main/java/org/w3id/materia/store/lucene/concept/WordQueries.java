package org.w3id.materia.store.lucene.concept;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.w3id.materia.terminology.codesystem.TextFilter;

/** The words that a person typed. */
final class WordQueries {
    private WordQueries() {}

    /** Adds a clause for each word; false where what they find may be too much: the words must be of one name. */
    static boolean add(TextFilter text, BooleanQuery.Builder all) {
        boolean isCut = false;
        for (String word : text.wanted()) {
            String cut = ConceptFields.cut(word, ConceptFields.LONGEST_WORD);
            isCut |= cut.length() < word.length();
            all.add(begins(cut), Occur.FILTER);
        }
        return text.wanted().size() < 2 && !isCut;
    }

    /** Few letters begin very many words, so these are terms of their own. */
    private static Query begins(String word) {
        boolean isShort = word.codePointCount(0, word.length()) <= ConceptFields.LONGEST_BEGINNING;
        return isShort
                ? new TermQuery(new Term(ConceptFields.BEGINNING, word))
                : new PrefixQuery(new Term(ConceptFields.WORD, word));
    }
}
