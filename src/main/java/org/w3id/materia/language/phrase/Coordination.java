package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Token;
import org.w3id.materia.language.Token.Kind;
import org.w3id.materia.language.Tokens;
import org.w3id.materia.language.WordClasses;

/**
 * Splits a coordination of noun phrases into its members and gives each the words that it shares with others: "severe
 * liver or kidney disease" → "severe liver disease", "severe kidney disease". Names that hold a conjunction ("head and neck cancer") stay
 * whole; text in brackets and behind a dash is left out. {@link NounPhrases} also reads those, and trims the members.
 */
public final class Coordination {
    private static final Lexicon BINOMIALS = Lexicon.load("language/binomials.txt");
    private static final Set<String> RESTRICTIVE = Lexicon.words("""
            that | which | who | whose | when | if | while | because | although | though | unless | especially |
            particularly""");

    private Coordination() {}

    /** The members that characters {@code [start, end)} of {@code text} coordinate; one where there is nothing to split. */
    public static List<Phrase> split(String text, int start, int end) {
        return members(Tokens.of(text, start, end)).stream().map(Member::phrase).toList();
    }

    static List<Member> members(List<Token> tokens) {
        return SharedPlace.restore(Complements.restore(SharedModifier.restore(SharedHead.restore(cut(tokens)))));
    }

    private static List<Member> cut(List<Token> tokens) {
        List<Member> members = new ArrayList<>();
        List<Token> own = new ArrayList<>();
        String conjunction = "";
        boolean comma = false;
        boolean clause = false;
        boolean remark = false;
        boolean aside = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            aside = token.kind() != Kind.COMMA
                    && (aside || own.isEmpty() && comma && RESTRICTIVE.contains(token.text()));
            boolean held = token.kind() == Kind.CONJUNCTION && (clause || holdsTogether(tokens, i));
            if (token.kind() == Kind.DASH) {
                remark = !remark;
            } else if (!remark && !aside && (token.isWord() || held)) {
                clause |= !own.isEmpty() && RESTRICTIVE.contains(token.text());
                own.add(token);
            } else if (!remark && !aside && token.kind() != Kind.BRACKET) {
                if (!own.isEmpty()) {
                    members.add(new Member(List.of(), own, List.of(), conjunction, comma));
                    own = new ArrayList<>();
                    conjunction = "";
                    comma = false;
                }
                conjunction = token.kind() == Kind.CONJUNCTION ? token.text() : conjunction;
                comma |= token.kind() == Kind.COMMA;
                clause = false;
            }
        }
        if (!own.isEmpty()) {
            members.add(new Member(List.of(), own, List.of(), conjunction, comma));
        }
        return members;
    }

    /** Whether the conjunction at {@code i} stands in a fixed name, or between two words of degree ("mild or moderate"). */
    private static boolean holdsTogether(List<Token> tokens, int i) {
        if (i == 0
                || i + 1 >= tokens.size()
                || !tokens.get(i - 1).isWord()
                || !tokens.get(i + 1).isWord()) {
            return false;
        }
        String left = tokens.get(i - 1).text();
        String right = tokens.get(i + 1).text();
        return isBinomial(left + " and " + right, tokens.get(i).text())
                || WordClasses.isDegree(left) && WordClasses.isDegree(right);
    }

    /** "cold and flu" is a name, "cold or flu" is two; its value says so. */
    private static boolean isBinomial(String pair, String conjunction) {
        return BINOMIALS.contains(pair)
                && BINOMIALS
                        .value(pair)
                        .filter(v -> !v.isEmpty())
                        .map(conjunction::equals)
                        .orElse(true);
    }
}
