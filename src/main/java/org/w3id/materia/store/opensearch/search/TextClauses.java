package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.index.FoldedText;
import org.w3id.materia.store.index.Trigrams;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.ResourceFields;

/** Searches of folded text, as trigrams that follow each other, and of its words. */
public final class TextClauses {
    private static final int SHORTEST_MISTYPED = 5;
    private static final int LONG = 8;
    private static final int MOST_RESEMBLING = 100;

    private final String path;

    /** @param path what stands before the name of a field */
    public TextClauses(String path) {
        this.path = path;
    }

    public ObjectNode of(String parameter, Criterion.Match match) {
        if (match instanceof Criterion.TextBegins text) {
            return within(parameter, text.value(), folded -> " " + folded);
        } else if (match instanceof Criterion.TextEquals text) {
            return within(parameter, text.value(), folded -> Trigrams.BEFORE + folded + Trigrams.BEHIND);
        } else if (match instanceof Criterion.TextStarts text) {
            return within(parameter, text.value(), folded -> Trigrams.BEFORE + folded);
        } else if (match instanceof Criterion.TextContains text) {
            return within(parameter, text.value(), folded -> folded);
        } else if (match instanceof Criterion.HasWords words) {
            List<String> fields = Stream.concat(Stream.of(parameter), words.also().stream())
                    .map(this::words)
                    .toList();
            return all(
                    words.words(),
                    word -> Clauses.any(fields.stream()
                            .map(field -> Clauses.term(field, word))
                            .toList()));
        } else if (match instanceof Criterion.TextResembles text) {
            return all(text.value(), word -> resembles(words(parameter), word));
        }
        throw new IllegalArgumentException("not a match that the index knows: " + match);
    }

    private String words(String parameter) {
        return path + Fields.words(parameter);
    }

    /** It begins the word, or is within few typing errors of it; two letters exchanged are one error. */
    private static ObjectNode resembles(String field, String word) {
        int letters = word.codePointCount(0, word.length());
        ObjectNode begins = Clauses.prefix(field, word);
        if (letters < SHORTEST_MISTYPED) {
            return begins;
        }
        ObjectNode mistyped = Clauses.object()
                .put("value", word)
                .put("fuzziness", letters < LONG ? 1 : 2)
                .put("max_expansions", MOST_RESEMBLING)
                .put("transpositions", true);
        return Clauses.any(List.of(begins, Clauses.object("fuzzy", Clauses.object(field, mistyped))));
    }

    private static ObjectNode all(String text, Function<String, ObjectNode> ofWord) {
        List<String> words = FoldedText.words(text);
        return words.isEmpty()
                ? Clauses.none()
                : Clauses.all(words.stream().distinct().map(ofWord).toList());
    }

    /** A text of punctuation alone could match everything or nothing; everything would look like an answer. */
    private ObjectNode within(String parameter, String text, Function<String, String> placed) {
        String folded = FoldedText.of(text);
        if (folded.isEmpty()) {
            return Clauses.none();
        }
        String field = path + Fields.trigrams(parameter);
        String sought = placed.apply(folded);
        List<String> trigrams = Trigrams.of(sought);
        return trigrams.isEmpty()
                ? Clauses.prefix(field, ResourceFields.written(sought))
                : Clauses.object("match_phrase", Clauses.object().put(field, ResourceFields.trigrams(trigrams)));
    }
}
