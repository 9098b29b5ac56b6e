package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Token;
import org.w3id.materia.language.WordClasses;

/**
 * Gives members that end in a modifier the head of the member that completes them: "liver or kidney disease" → "liver
 * disease", "kidney disease". What stands before the first one ("severe", "impaired") belongs to all.
 */
final class SharedHead {
    private static final Lexicon ATTRIBUTIVES = Lexicon.load("language/attributives.txt", "language/organs.txt");
    private static final Lexicon CHANGES = Lexicon.load("language/changes.txt");

    /** Words for how something comes and goes: before a noun they say as much as a degree does ("acute or severe bronchial asthma"). */
    private static final Set<String> COURSES =
            Set.of("acute", "chronic", "immediate", "delayed", "recent", "recurrent", "active", "deep");

    /** First parts that are written together with the word behind them. */
    private static final List<String> PREFIXES = List.of(
            "hyper", "hypo", "macro", "micro", "mono", "poly", "pre", "post", "over", "under", "intra", "extra",
            "inter", "supra", "sub", "endo", "peri");

    private SharedHead() {}

    static List<Member> restore(List<Member> written) {
        List<Member> members = withoutHyphens(written);
        List<Member> restored = new ArrayList<>();
        int i = 0;
        while (i < members.size()) {
            int completing = i;
            while (completing < members.size() - 1
                    && isIncomplete(members.get(completing))
                    && !beginsAnew(members.get(i), members.get(completing + 1))) {
                completing++;
            }
            List<String> head = completing == i ? List.of() : head(members.get(i), members.get(completing));
            boolean joined = members.get(completing).joined();
            boolean adjectives =
                    members.subList(i, completing).stream().allMatch(m -> WordClasses.isAdjective(m.lastWord()));
            if (head.isEmpty() || !joined && !adjectives) {
                restored.add(members.get(i));
                i++;
            } else if (joined) {
                complete(restored, members.subList(i, completing + 1), head);
                i = completing + 1;
            } else {
                // "itchy, watery eyes": adjectives in a row before one noun.
                Member whole = members.get(i);
                for (Member next : members.subList(i + 1, completing + 1)) {
                    whole = whole.merged(next);
                }
                restored.add(whole);
                i = completing + 1;
            }
        }
        return restored;
    }

    /** "low mood, raised kidney or liver tests": where both say how something has changed, the second shares nothing with the first. */
    private static boolean beginsAnew(Member first, Member next) {
        int leading = leading(first.words()).size();
        return leading > 0
                && leading < first.words().size()
                && CHANGES.contains(first.firstWord())
                && CHANGES.contains(next.firstWord());
    }

    private static void complete(List<Member> restored, List<Member> group, List<String> head) {
        List<String> first = group.get(0).words();
        // "severe or brittle asthma": a degree that stands alone is one of the alternatives.
        List<String> leading = leading(first).size() == first.size() ? List.of() : leading(first);
        for (int i = 0; i < group.size(); i++) {
            Member member = i < group.size() - 1 ? group.get(i).ahead(head) : group.get(i);
            boolean shares = i > 0 && leading(member.words()).isEmpty();
            restored.add(shares ? member.after(leading) : member);
        }
    }

    /**
     * Whether a member, behind its last preposition, is made of modifiers alone. A noun with an adjective before it ("dry
     * mouth") is whole.
     */
    private static boolean isIncomplete(Member member) {
        List<String> words = member.words();
        int last = words.size() - 1;
        if (CHANGES.contains(words.get(last))) {
            return leading(words).size() == words.size();
        }
        if (words.stream().allMatch(WordClasses::isDegree)) {
            return true;
        }
        if (isPossessive(words.get(last))) {
            return true;
        }
        if (!WordClasses.isAttributive(words.get(last))) {
            return false;
        }
        for (int i = last - 1; i >= 0; i--) {
            String word = words.get(i);
            boolean borders = WordClasses.isDegree(word)
                    || CHANGES.contains(word)
                    || WordClasses.isPreposition(word)
                    || isLeading(word);
            if (borders) {
                return true;
            }
            boolean modifies = WordClasses.isAdjective(words.get(last)) && WordClasses.isAttributive(word);
            boolean compound = ATTRIBUTIVES.contains(word + " " + words.get(last));
            if (!modifies && !compound) {
                return false;
            }
        }
        return true;
    }

    /** "severely" of "severely damaged". */
    private static boolean isAdverb(List<String> words, int at) {
        return words.get(at).endsWith("ly")
                && at + 1 < words.size()
                && words.get(at + 1).endsWith("ed");
    }

    private static boolean isPossessive(String word) {
        return word.endsWith("'s") || word.endsWith("\u2019s");
    }

    private static boolean isLeading(String word) {
        return Trimming.LEADING.contains(word);
    }

    /**
     * The words of the completing member that the incomplete one lacks: behind its first modifier, or behind its words of
     * change where the incomplete one has nothing else ("low or high blood sugar"). Empty where there are none.
     */
    private static List<String> head(Member incomplete, Member completing) {
        List<String> words = completing.words();
        int from = leading(words).size();
        if (CHANGES.contains(incomplete.lastWord()) || WordClasses.isDegree(incomplete.lastWord())) {
            if (from > 0 || CHANGES.contains(incomplete.lastWord())) {
                return from == 0 ? List.of() : words.subList(from, words.size());
            }
        }
        while (from < words.size() && (isLeading(words.get(from)) || isAdverb(words, from))) {
            from++;
        }
        if (COURSES.contains(incomplete.lastWord()) && !leading(words).isEmpty()) {
            return words.subList(leading(words).size(), words.size());
        }
        int modifier = ATTRIBUTIVES.prefixLength(words, from);
        if (isPossessive(incomplete.lastWord())) {
            // "Hodgkin's and non-Hodgkin's lymphoma", but "Crohn's and ulcerative colitis"
            modifier = from < words.size() && isPossessive(words.get(from)) ? 1 : 0;
        } else if (modifier == 0 && from < words.size() && WordClasses.isAttributive(words.get(from))) {
            modifier = 1;
        }
        boolean headed = modifier > 0
                && from + modifier < words.size()
                && !WordClasses.isPreposition(words.get(from + modifier));
        return headed ? words.subList(from + modifier, words.size()) : List.of();
    }

    /** The words of degree and change that a member begins with: "mild to moderate", "impaired". */
    private static List<String> leading(List<String> words) {
        int n = 0;
        while (n < words.size()
                && (WordClasses.isDegree(words.get(n))
                        || CHANGES.contains(words.get(n))
                        || n > 0 && (words.get(n).equals("to") || words.get(n).equals("or")))) {
            n++;
        }
        return words.subList(0, n);
    }

    /** "hypo- or hyperthyroidism" → "hypothyroidism", "second- or third-degree block" → "second-degree block". */
    private static List<Member> withoutHyphens(List<Member> members) {
        List<Member> restored = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Optional<Member> completing = isSuspended(member)
                    ? members.subList(i + 1, members.size()).stream()
                            .filter(m -> !isSuspended(m))
                            .findFirst()
                    : Optional.empty();
            restored.add(completing.map(c -> completed(member, c)).orElse(member));
        }
        return restored;
    }

    private static boolean isSuspended(Member member) {
        return member.lastWord().length() > 1 && member.lastWord().endsWith("-");
    }

    private static Member completed(Member member, Member completing) {
        String whole = completing.firstWord();
        int hyphen = whole.indexOf('-');
        String rest = hyphen > 0
                ? whole.substring(hyphen)
                : PREFIXES.stream()
                        .filter(whole::startsWith)
                        .findFirst()
                        .map(p -> whole.substring(p.length()))
                        .orElse("");
        if (rest.isEmpty()) {
            return member;
        }
        List<Token> own = new ArrayList<>(member.own());
        Token last = own.remove(own.size() - 1);
        String first = last.text().substring(0, last.text().length() - 1);
        own.add(new Token(last.kind(), first + rest, last.start(), last.end()));
        return member.with(own)
                .ahead(completing.words().subList(1, completing.words().size()));
    }
}
