package org.w3id.materia.extract.indication;

import java.util.List;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.Token;
import org.w3id.materia.extract.phrase.Token.Kind;
import org.w3id.materia.extract.phrase.Tokens;

/** A sentence as words and separators; brackets are one token each, so that nothing in them is read as part of the clause. */
final class Words {
    private final String text;
    private final List<Token> tokens;
    private final List<String> forms;

    private Words(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.forms = tokens.stream().map(Words::form).toList();
    }

    static Words of(String text) {
        return new Words(text, Tokens.of(text, 0, text.length()));
    }

    private static String form(Token token) {
        return switch (token.kind()) {
            case WORD, CONJUNCTION -> token.text();
            case COMMA -> ",";
            case DASH -> "-";
            case BRACKET -> "()";
        };
    }

    String text() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    /** The token in lower case; "," and "-" for separators, "()" for a bracket; empty text where there is none. */
    String word(int at) {
        return at >= 0 && at < forms.size() ? forms.get(at) : "";
    }

    boolean isWord(int at) {
        return at >= 0 && at < size() && tokens.get(at).isWord();
    }

    boolean isConjunction(int at) {
        return at >= 0 && at < size() && tokens.get(at).kind() == Kind.CONJUNCTION;
    }

    boolean isComma(int at) {
        return word(at).equals(",");
    }

    boolean isDash(int at) {
        return word(at).equals("-");
    }

    /** Whether a colon or semicolon stands directly behind the token. */
    boolean colonBehind(int at) {
        int end = tokens.get(at).end();
        return end < text.length() && text.charAt(end) == ':';
    }

    boolean isSemicolon(int at) {
        return isComma(at) && text.charAt(start(at)) == ';';
    }

    /** Where the token begins in the text; the text's length behind the last. */
    int start(int at) {
        return at < size() ? tokens.get(at).start() : text.length();
    }

    int end(int at) {
        return tokens.get(at).end();
    }

    /** How many tokens the longest entry that stands at {@code at} has; 0 where none does. */
    int match(Lexicon lexicon, int at) {
        return lexicon.prefixLength(forms, at);
    }

    /** The entry of {@code length} tokens at {@code at}. */
    String entry(int at, int length) {
        return String.join(" ", forms.subList(at, at + length));
    }
}
