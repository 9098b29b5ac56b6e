package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Brackets;

/**
 * What a sentence says of the interaction with one agent.
 *
 * @param effect the words that say what happens, verbatim
 * @param management the words that say what to do, verbatim
 */
record Consequence(Optional<String> effect, Optional<String> management) {
    private static final String CHANGE =
            "(?:increas|reduc|decreas|enhanc|potentiat|diminish|lower|impair|worsen|intensif|prolong|alter|rais|exacerbat|amplif)(?:es|ed|e|ing|s|y|ies|ying)?";
    private static final String END =
            "(?:(?!,? (?:while(?! (?:using|taking|on|you)\\b)|whereas|but|because|since|due to|as (?:it|this|they|the|alcohol))\\b)[^.;()])*";
    private static final Pattern EFFECT = Pattern.compile(
            "(?<![\\w-])(?<!that )(?<!that can )(?<!that may )(?<!which )(?:" + CHANGE + "\\b(?! (?:by|to)\\b)" + END
                    + "|(?:lead|leads|leading) to " + END + "|(?:result|results|resulting) in " + END + "|additive "
                    + END
                    + "|interferes? with " + END + ")");
    private static final Pattern MANAGEMENT = Pattern.compile(
            "\\b(?:(?:should|must) (?:not )?be (?:avoided|used|taken|limited|monitored|separated|administered|given|reduced)"
                    + "(?:(?!,? (?:(?:by|in) (?:individuals|patients|people)|while(?! (?:using|taking|on|you)\\b)|whereas|but|because|since|due to|as (?:it|this|they|the|alcohol))\\b)[^.;()])*"
                    + "|avoid(?:ing)? " + END + "|(?:close |careful |regular )?monitor(?:ing)? " + END + "|consult "
                    + END
                    + "|dose (?:adjustment|reduction)s?" + END + "|limit(?:ing)? " + END
                    + "|is contraindicated|use (?:with )?caution" + END + "|separate " + END + ")");
    private static final Pattern CLAUSE_END = Pattern.compile(
            ";|,? (?:while(?! (?:using|taking|on|you)\\b)|whereas|but)\\b|,? and (?=(?:(?:may|can|could|might|will|should|must) )?(?:not )?(?:increase|decrease|reduce|enhance|raise|lower|alter|impair|affect|avoid|monitor|inform|consult|limit)s?\\b)");
    /** These bid something of what they name alone. */
    private static final List<String> OWN_OBJECT = List.of("avoid", "limit", "separate");

    /** What a whole sentence says first; for agents that another statement names. */
    static Consequence of(String sentence) {
        String plain = Brackets.blank(sentence);
        String lower = plain.toLowerCase(Locale.ROOT);
        return new Consequence(
                all(EFFECT, plain, lower).stream().findFirst().map(Said::words),
                all(MANAGEMENT, plain, lower).stream().findFirst().map(Said::words));
    }

    /**
     * What a sentence says of the agent at characters {@code [start, end)}: in the bracket behind it, in its clause, or
     * the one thing that the sentence says.
     */
    static Consequence of(String sentence, int start, int end) {
        String plain = Brackets.blank(sentence);
        String lower = plain.toLowerCase(Locale.ROOT);
        Clause clause = clause(lower, start);
        Optional<String> own = bracketed(sentence, end);
        return new Consequence(
                own.or(() -> chosen(all(EFFECT, plain, lower), clause, start)),
                chosen(all(MANAGEMENT, plain, lower), clause, start));
    }

    /** Words of a sentence that say something. */
    private record Said(String sentence, int start, int end) {
        String words() {
            return upTo(end);
        }

        String upTo(int limit) {
            return tidy(sentence.substring(start, Math.min(limit, end)));
        }
    }

    private record Clause(int start, int end) {
        boolean holds(Said said) {
            return said.start >= start && said.start < end;
        }
    }

    private static Clause clause(String lower, int at) {
        Matcher boundary = CLAUSE_END.matcher(lower);
        int from = 0;
        while (boundary.find() && boundary.start() <= at) {
            from = boundary.end();
        }
        boolean closed = boundary.find(Math.max(from, Math.min(at, lower.length())));
        return new Clause(from, closed ? boundary.start() : lower.length());
    }

    private static Optional<String> chosen(List<Said> said, Clause clause, int agent) {
        Optional<Said> own = said.stream().filter(clause::holds).findFirst();
        if (own.isPresent()) {
            boolean object = own.get().start() < agent;
            return own.map(o -> object ? o.upTo(clause.end()) : o.words());
        }
        return said.size() == 1 && !hasOwnObject(said.get(0))
                ? Optional.of(said.get(0).words())
                : Optional.empty();
    }

    private static boolean hasOwnObject(Said said) {
        String words = said.words().toLowerCase(Locale.ROOT);
        return OWN_OBJECT.stream().anyMatch(words::startsWith);
    }

    /** "digoxin (increased levels)". */
    private static Optional<String> bracketed(String sentence, int end) {
        if (!sentence.startsWith(" (", end)) {
            return Optional.empty();
        }
        int close = sentence.indexOf(')', end);
        String inner = sentence.substring(end + 2, close < 0 ? sentence.length() : close);
        Matcher m = EFFECT.matcher(inner.toLowerCase(Locale.ROOT));
        return m.find() ? Optional.of(inner.substring(m.start(), m.end()).strip()) : Optional.empty();
    }

    private static List<Said> all(Pattern pattern, String plain, String lower) {
        List<Said> said = new ArrayList<>();
        Matcher m = pattern.matcher(lower);
        while (m.find()) {
            said.add(new Said(plain, m.start(), m.end()));
            // A coordinated verb inside of it says something of its own.
            Matcher inside = CLAUSE_END.matcher(lower).region(m.start(), m.end());
            if (inside.find() && inside.end() < lower.length()) {
                m.region(inside.end(), lower.length());
            }
        }
        return said;
    }

    /** Without the gaps that brackets left, and without a comma at the end. */
    private static String tidy(String words) {
        String single = words.strip().replaceAll("\\s+", " ").replaceAll(" (?=[,.])", "");
        return single.endsWith(",") ? single.substring(0, single.length() - 1) : single;
    }
}
