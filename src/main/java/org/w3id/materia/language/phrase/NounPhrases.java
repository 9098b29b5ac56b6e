package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Token;
import org.w3id.materia.language.Tokens;
import org.w3id.materia.language.WordClasses;

/**
 * The noun phrases that a run of words lists: coordinations split with shared words restored, a class and its members both
 * ("skin reactions such as rash" → two; also in brackets), synonyms and remarks left out, each trimmed to the name.
 */
public final class NounPhrases {
    private static final Lexicon MARKERS = Lexicon.load("language/list-openers.txt");
    private static final Lexicon REMARK_STARTS =
            Lexicon.load("language/remarks.txt", "language/subordinators.txt", "language/hedges.txt");
    private static final Set<String> PARTICULAR = Set.of("particularly", "especially", "notably");

    private NounPhrases() {}

    /** The phrases of the whole text. */
    public static List<Phrase> of(String text) {
        return of(text, 0, text.length());
    }

    /** The phrases of characters {@code [start, end)} of {@code text}, in order; their ranges are ranges of {@code text}. */
    public static List<Phrase> of(String text, int start, int end) {
        List<Token> tokens = Tokens.of(text, start, end);
        List<Phrase> phrases = new ArrayList<>();
        int from = 0;
        boolean range = false;
        boolean remark = false;
        for (int i = 0; i < tokens.size(); i++) {
            remark ^= tokens.get(i).kind() == Token.Kind.DASH;
            int marker = remark ? 0 : markerLength(tokens, i, from);
            if (marker > 0) {
                add(phrases, text, tokens.subList(from, i), range);
                i += marker - 1;
                from = i + 1;
                range = tokens.get(i).text().equals("from");
            }
        }
        add(phrases, text, tokens.subList(from, tokens.size()), range);
        phrases.sort(Comparator.comparingInt(Phrase::start));
        return phrases;
    }

    /** @param range whether the tokens are a range "from A to B", which names both ends */
    private static void add(List<Phrase> phrases, String text, List<Token> segment, boolean range) {
        List<Token> tokens = range ? segment.stream().map(NounPhrases::joining).toList() : segment;
        List<Phrase> own = Coordination.members(tokens).stream()
                .map(Trimming::trim)
                .filter(m -> m != null)
                .map(Member::phrase)
                .filter(p -> p.text().chars().anyMatch(Character::isLetter))
                .toList();
        phrases.addAll(own);
        boolean remark = false;
        for (Token token : tokens) {
            remark ^= token.kind() == Token.Kind.DASH;
            if (token.kind() == Token.Kind.BRACKET && !remark) {
                Optional<Phrase> host = own.stream()
                        .filter(p -> p.start() < token.start())
                        .reduce((first, second) -> second)
                        .flatMap(p -> upTo(p, text, token));
                BracketMembers.members(text, token, host).ifPresent(c -> phrases.addAll(Qualified.of(text, c, host)));
            }
        }
    }

    /**
     * What a phrase has before a bracket: all, or, where the bracket stands within it and lists several, the part before
     * ("vasomotor symptoms" of "vasomotor symptoms (…, …) of menopause").
     */
    private static Optional<Phrase> upTo(Phrase phrase, String text, Token bracket) {
        if (phrase.end() <= bracket.start()) {
            return Optional.of(phrase);
        }
        String part = text.substring(phrase.start(), bracket.start()).strip().toLowerCase(Locale.ROOT);
        boolean noun = !WordClasses.isAdjective(part.substring(part.lastIndexOf(' ') + 1));
        boolean several =
                Coordination.split(text, bracket.start() + 1, bracket.end() - 1).size() > 1;
        return noun && several ? Optional.of(new Phrase(part, phrase.start(), bracket.start())) : Optional.empty();
    }

    private static Token joining(Token token) {
        return token.text().equals("to") ? new Token(Token.Kind.CONJUNCTION, "and", token.start(), token.end()) : token;
    }

    /** How many tokens the words that announce examples have ("such as", "including"); 0 where none stand at {@code i}. */
    private static int markerLength(List<Token> tokens, int i, int from) {
        if (!tokens.get(i).isWord() || i + 1 >= tokens.size()) {
            return 0;
        }
        String word = tokens.get(i).text();
        if (word.equals("like")) {
            int before = i > from && tokens.get(i - 1).kind() == Token.Kind.BRACKET ? i - 2 : i - 1;
            boolean plural = before >= from
                    && tokens.get(before).isWord()
                    && tokens.get(before).text().endsWith("s");
            return i == from || plural ? 1 : 0;
        }
        if (PARTICULAR.contains(word) && i > from) {
            Token next = tokens.get(i + 1);
            return next.isWord() && !REMARK_STARTS.contains(next.text()) && !WordClasses.isPreposition(next.text())
                    ? 1
                    : 0;
        }
        List<String> words = tokens.subList(i, Math.min(tokens.size(), i + 5)).stream()
                .map(Token::text)
                .toList();
        return MARKERS.prefixLength(words, 0);
    }
}
