package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.language.Token;
import org.w3id.materia.language.Token.Kind;

/**
 * One member of a coordination: its own tokens, and the words that it shares with others.
 *
 * @param before shared words that belong before its own ("hypersensitivity to" of a later member)
 * @param own its own tokens; brackets left out, commas and conjunctions only where the member holds them whole
 * @param behind shared words that belong behind ("in the hands and feet")
 * @param conjunction the conjunction directly before it (a comma may stand there too); empty where there is none
 * @param comma whether a comma stands directly before it
 */
record Member(List<String> before, List<Token> own, List<String> behind, String conjunction, boolean comma) {
    Member {
        before = List.copyOf(before);
        own = List.copyOf(own);
        behind = List.copyOf(behind);
    }

    /** Whether a conjunction stands directly before it. */
    boolean joined() {
        return !conjunction.isEmpty();
    }

    /** Its own words. */
    List<String> words() {
        return own.stream().map(Token::text).toList();
    }

    String firstWord() {
        return own.get(0).text();
    }

    String lastWord() {
        return own.get(own.size() - 1).text();
    }

    Member after(List<String> shared) {
        List<String> words = new ArrayList<>(shared);
        words.addAll(before);
        return new Member(words, own, behind, conjunction, comma);
    }

    Member ahead(List<String> shared) {
        List<String> words = new ArrayList<>(behind);
        words.addAll(shared);
        return new Member(before, own, words, conjunction, comma);
    }

    Member with(List<Token> newOwn) {
        return new Member(before, newOwn, behind, conjunction, comma);
    }

    /** This member and the one behind it as one, the separators between them included. */
    Member merged(Member next) {
        List<Token> all = new ArrayList<>(own);
        int gap = own.get(own.size() - 1).end();
        if (next.comma) {
            all.add(new Token(Kind.COMMA, ",", gap, gap));
        }
        if (next.joined()) {
            all.add(new Token(Kind.CONJUNCTION, next.conjunction, gap, gap));
        }
        all.addAll(next.own);
        return with(all);
    }

    /** The member as a phrase, shared words restored. */
    Phrase phrase() {
        StringBuilder text = new StringBuilder();
        before.forEach(w -> text.append(w).append(' '));
        for (Token token : own) {
            if (token.kind() == Kind.COMMA && text.length() > 0) {
                text.setLength(text.length() - 1);
            }
            text.append(token.text()).append(' ');
        }
        behind.forEach(w -> text.append(w).append(' '));
        return new Phrase(
                text.toString().strip(),
                own.get(0).start(),
                own.get(own.size() - 1).end());
    }
}
