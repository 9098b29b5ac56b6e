package org.w3id.materia.language;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.language.Token.Kind;

/**
 * The tokens of a text as a reader of clauses wants them: a bracket with all that is in it is one token, commas and
 * semicolons are commas, a slash between words is a conjunction, and marks that part nothing are left out.
 */
public final class Tokens {
    private Tokens() {}

    /** The tokens of characters {@code [start, end)} of {@code text}, in order. */
    public static List<Token> of(String text, int start, int end) {
        List<Token> all = Tokenizer.of(text, start, end);
        List<Token> tokens = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            switch (token.kind()) {
                case OPEN -> {
                    int close = closing(all, i);
                    int bracketEnd = close < 0 ? token.end() : all.get(close).end();
                    tokens.add(new Token(Kind.BRACKET, "", token.start(), bracketEnd));
                    i = Math.max(i, close);
                }
                case SEMICOLON -> tokens.add(token.as(Kind.COMMA));
                case SLASH -> tokens.add(token.as(Kind.CONJUNCTION));
                case COLON, STOP, SYMBOL, CLOSE -> {
                    // parts nothing
                }
                default -> tokens.add(token);
            }
        }
        return tokens;
    }

    /** The token that closes the bracket at {@code open}; -1 where none does. */
    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.OPEN) {
                depth++;
            } else if (tokens.get(i).kind() == Kind.CLOSE && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
