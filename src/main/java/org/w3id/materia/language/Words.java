package org.w3id.materia.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.w3id.materia.language.Token.Kind;

/** A sentence as words and separators; brackets are one token each, so that nothing in them is read as part of the clause. */
public final class Words {
    private static final String BRACKET = "()";
    private static final int LONGEST = 8;

    private final String text;
    private final List<Token> tokens;
    private final List<String> forms;

    private Words(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.forms = tokens.stream().map(Words::form).toList();
    }

    /** @param text of one sentence */
    public static Words of(String text) {
        return new Words(text, Tokens.of(text, 0, text.length()));
    }

    private static String form(Token token) {
        return switch (token.kind()) {
            case BRACKET -> BRACKET;
            case DASH -> "-";
            case COMMA -> ",";
            default -> token.text();
        };
    }

    public String text() {
        return text;
    }

    /** How many tokens there are; a bracket is one. */
    public int size() {
        return tokens.size();
    }

    /** The token in lower case; "," and "-" for separators, "()" for a bracket; empty text where there is none. */
    public String word(int at) {
        return at >= 0 && at < forms.size() ? forms.get(at) : "";
    }

    /** False beyond either end, as are the others that ask of one token. */
    public boolean isWord(int at) {
        return at >= 0 && at < size() && tokens.get(at).isWord();
    }

    /** Whether it joins: a word such as "and", or a slash between alternatives. */
    public boolean isConjunction(int at) {
        return at >= 0 && at < size() && tokens.get(at).kind() == Kind.CONJUNCTION;
    }

    /** Whether it is a comma or a semicolon. */
    public boolean isComma(int at) {
        return word(at).equals(",");
    }

    /** Whether it is a dash that separates; a hyphen within a word is part of it. */
    public boolean isDash(int at) {
        return word(at).equals("-");
    }

    /** Whether it is a bracket with all that is in it. */
    public boolean isBracket(int at) {
        return word(at).equals(BRACKET);
    }

    /** The words of the examples that a bracket lists, at their places in the text; none where the token is no such bracket. */
    public Words listedInBracket(int at) {
        int from = isBracket(at) ? start(at) + 1 : 0;
        int to = isBracket(at) ? end(at) - 1 : 0;
        int list = ListOpener.behind(text, from, to);
        return list > from ? new Words(text, Tokens.of(text, list, to)) : new Words(text, List.of());
    }

    /** Of the separators that {@link #isComma} finds, whether it is a semicolon. */
    public boolean isSemicolon(int at) {
        return isComma(at) && text.charAt(start(at)) == ';';
    }

    /** Whether a colon stands directly behind the token. */
    public boolean colonBehind(int at) {
        int end = tokens.get(at).end();
        return end < text.length() && text.charAt(end) == ':';
    }

    /** Where the token begins in the text; the text's length behind the last. */
    public int start(int at) {
        return at < size() ? tokens.get(at).start() : text.length();
    }

    /** Where the token ends in the text; it must be there. */
    public int end(int at) {
        return tokens.get(at).end();
    }

    /** The first token that begins at or behind character {@code offset}. */
    public int at(int offset) {
        int at = 0;
        while (at < size() && start(at) < offset) {
            at++;
        }
        return at;
    }

    /** How many tokens the longest entry that stands at {@code at} takes, brackets inside it passed over; 0 where none does. */
    public int match(Lexicon lexicon, int at) {
        if (at < 0 || at >= size()) {
            return 0;
        }
        int limit = Math.min(size(), at + LONGEST);
        if (!forms.subList(at, limit).contains(BRACKET)) {
            return lexicon.prefixLength(forms, at);
        }
        List<String> plain = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = at; i < limit; i++) {
            if (i == at || !isBracket(i)) {
                plain.add(forms.get(i));
                ends.add(i + 1 - at);
            }
        }
        int n = lexicon.prefixLength(plain, 0);
        return n == 0 ? 0 : ends.get(n - 1);
    }

    /** The words of {@code length} tokens at {@code at}, brackets left out. */
    public String entry(int at, int length) {
        return forms.subList(at, at + length).stream()
                .filter(f -> !f.equals(BRACKET))
                .collect(Collectors.joining(" "));
    }
}
