package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.index.FoldedText;
import org.w3id.materia.store.index.Misspelling;
import org.w3id.materia.store.index.SoughtText;
import org.w3id.materia.store.index.Trigrams;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.ResourceFields;

/** Searches of folded text, as trigrams that follow each other, and of its words. */
public final class TextClauses {
    private final String path;

    /** @param path what stands before the name of a field */
    public TextClauses(String path) {
        this.path = path;
    }

    /**
     * What finds the text or the words. Words that have nothing in them to search by find nothing.
     *
     * @param parameter code of the string or special parameter
     * @throws IllegalArgumentException where the match is not one of text
     */
    public ObjectNode of(String parameter, Criterion.Match match) {
        Optional<String> sought = SoughtText.of(match);
        if (sought.isPresent()) {
            return within(parameter, sought.get());
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
        int errors = Misspelling.errors(word);
        ObjectNode begins = Clauses.prefix(field, word);
        if (errors == 0) {
            return begins;
        }
        ObjectNode mistyped = Clauses.object()
                .put("value", word)
                .put("fuzziness", errors)
                .put("max_expansions", Misspelling.MOST_RESEMBLING)
                .put("transpositions", true);
        return Clauses.any(List.of(begins, Clauses.object("fuzzy", Clauses.object(field, mistyped))));
    }

    private static ObjectNode all(String text, Function<String, ObjectNode> ofWord) {
        List<String> words = FoldedText.words(text);
        return words.isEmpty()
                ? Clauses.none()
                : Clauses.all(words.stream().distinct().map(ofWord).toList());
    }

    private ObjectNode within(String parameter, String sought) {
        if (sought.isEmpty()) {
            return Clauses.none();
        }
        String field = path + Fields.trigrams(parameter);
        List<String> trigrams = Trigrams.of(sought);
        return trigrams.isEmpty()
                ? Clauses.prefix(field, ResourceFields.written(sought))
                : Clauses.object("match_phrase", Clauses.object().put(field, ResourceFields.trigrams(trigrams)));
    }
}
