package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Token;
import org.w3id.materia.language.Tokens;

/**
 * Words that forbid, advise against or bid caution.
 *
 * @param start where they begin in the text
 * @param end where they end
 */
record Directive(Level level, int start, int end) {
    private static final Lexicon STRENGTHS = Lexicon.load("extract/risk/strengths.txt");
    private static final Lexicon ADVERBS = Lexicon.load("extract/risk/adverbs.txt");
    private static final Lexicon WEAKENERS = Lexicon.load("extract/risk/weakeners.txt");
    private static final Set<String> DENIALS = Set.of("no", "not", "without", "isn't", "aren't", "never", "nor");
    private static final int DENIAL_REACH = 4;

    /** "when a vitamin K antagonist cannot be taken", "if the patient cannot take tablets": a reason for this drug. */
    private static final Pattern INABILITY_OF_ANOTHER = Pattern.compile(
            "(?i)\\b(?:when|where|if|as|because|since) (?:an?|the|other|another) [^,;:()]*\\bcan ?not .*");

    /** The directives of a range of a text, in order. */
    static List<Directive> all(String text, int start, int end) {
        List<Token> tokens = Tokens.of(text, start, end);
        List<Token> plain =
                tokens.stream().filter(t -> !ADVERBS.contains(t.text())).toList();
        List<String> words =
                plain.stream().map(t -> t.isWord() ? t.text() : "," + t.text()).toList();
        List<Directive> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            int n = STRENGTHS.prefixLength(words, i);
            if (n > 0) {
                String entry = String.join(" ", words.subList(i, i + n));
                Level level = Level.of(STRENGTHS.value(entry).orElseThrow());
                int from = plain.get(i).start();
                int to = plain.get(i + n - 1).end();
                if (!isDenied(words, i) && !isInabilityOfAnother(text, start, from, to)) {
                    found.add(new Directive(
                            isWeakened(tokens, level, from, to) ? Level.NOT_RECOMMENDED : level, from, to));
                }
            }
            i += Math.max(1, n);
        }
        return found;
    }

    /** The firmest directive of a range; of equals the first. */
    static Optional<Directive> firmest(String text, int start, int end) {
        return all(text, start, end).stream().reduce((a, b) -> b.level.compareTo(a.level) < 0 ? b : a);
    }

    private static boolean isDenied(List<String> words, int at) {
        for (int i = at - 1; i >= 0 && i >= at - DENIAL_REACH; i--) {
            if (!Character.isLetter(words.get(i).charAt(0))) {
                return false;
            }
            if (DENIALS.contains(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInabilityOfAnother(String text, int start, int from, int to) {
        Matcher reason = INABILITY_OF_ANOTHER.matcher(text).region(start, to);
        return text.regionMatches(true, from, "can", 0, 3) && reason.find() && reason.end() == to;
    }

    /** "generally avoided": an adverb before or inside of a prohibition makes it a recommendation. */
    private static boolean isWeakened(List<Token> tokens, Level level, int from, int to) {
        if (level != Level.CONTRAINDICATED) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            boolean inside = tokens.get(i).start() >= from && tokens.get(i).end() <= to;
            boolean before = i + 1 < tokens.size() && tokens.get(i + 1).start() == from;
            if ((inside || before) && WEAKENERS.contains(tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
