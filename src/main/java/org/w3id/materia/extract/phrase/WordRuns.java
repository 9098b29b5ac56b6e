package org.w3id.materia.extract.phrase;

import java.util.ArrayList;
import java.util.List;

/** Finds the entries of a lexicon in a text: whole words, the longest entry first, none overlapping another. */
public final class WordRuns {
    private WordRuns() {}

    /**
     * An entry's place.
     *
     * @param value the entry's value
     * @param start offset of its first character in the text
     * @param end offset behind it
     */
    public record Run(String value, int start, int end) {}

    public static List<Run> in(String text, Lexicon lexicon) {
        List<Token> tokens = flat(text, 0, text.length());
        List<String> words = tokens.stream().map(Token::text).toList();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int n = lexicon.prefixLength(words, i);
            if (n > 0) {
                String value =
                        lexicon.value(String.join(" ", words.subList(i, i + n))).orElseThrow();
                runs.add(new Run(
                        value, tokens.get(i).start(), tokens.get(i + n - 1).end()));
                i += n - 1;
            }
        }
        return runs;
    }

    /** The words and separators, those in brackets included. */
    private static List<Token> flat(String text, int start, int end) {
        List<Token> all = new ArrayList<>();
        for (Token token : Tokens.of(text, start, end)) {
            if (token.kind() == Token.Kind.BRACKET && token.end() - token.start() > 2) {
                all.addAll(flat(text, token.start() + 1, token.end() - 1));
            } else {
                all.add(token);
            }
        }
        return all;
    }
}
