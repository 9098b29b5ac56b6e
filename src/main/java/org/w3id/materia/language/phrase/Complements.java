package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/**
 * What a preposition governs beyond its own member. Complements of the words in {@code governors.txt} are statements of
 * their own ("allergy to penicillin or sulfonamides" → two); parts of the body are not ("swelling of the face, lips, or tongue" →
 * one).
 */
final class Complements {
    private static final Lexicon GOVERNORS = Lexicon.load("language/governors.txt");
    private static final Lexicon MEASURES = Lexicon.load("language/measures.txt", "language/quantities.txt");
    private static final Lexicon CHANGES = Lexicon.load("language/changes.txt");
    private static final Lexicon PRESENT_STATES = Lexicon.load("language/present-states.txt");
    private static final Set<String> STATES = Set.of("pregnancy", "pregnant", "breastfeeding", "lactation");
    private static final Set<String> DETERMINERS = Set.of("the", "or", "and", "upper", "lower", "your", "a");

    private Complements() {}

    /**
     * @param words up to the preposition
     * @param complement what its complements are
     * @param article whether the first complement has the article that its fellows share
     */
    private record Governor(List<String> words, String complement, boolean article) {
        List<String> before(Member member) {
            List<String> shared = new ArrayList<>(words);
            if (article && complement.equals("site") && !member.firstWord().equals("the")) {
                shared.add("the");
            }
            return shared;
        }
    }

    static List<Member> restore(List<Member> members) {
        List<Member> restored = new ArrayList<>();
        Governor governor = null;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Governor own = governor(member);
            Member last = restored.isEmpty() ? null : restored.get(restored.size() - 1);
            if (own == null && governor != null && fits(member, governor.complement())) {
                restored.add(member.after(governor.before(member)));
            } else if (own == null && governor == null && last != null && extendsPlace(last, member)) {
                restored.set(restored.size() - 1, last.merged(member));
            } else {
                if (own != null && last != null && member.joined() && isBareGovernor(last, own)) {
                    // "hypersensitivity or allergy to X": two words for one thing.
                    restored.remove(restored.size() - 1);
                }
                governor = own;
                restored.add(member);
            }
        }
        return restored;
    }

    private static Governor governor(Member member) {
        List<String> words = new ArrayList<>(member.before());
        words.addAll(member.words());
        for (int end = words.size() - 1; end > 0; end--) {
            int n = WordClasses.isPreposition(words.get(end - 1)) ? GOVERNORS.suffixLength(words, end) : 0;
            if (n > 0) {
                String entry = String.join(" ", words.subList(end - n, end));
                boolean article = words.get(end).equals("the");
                return new Governor(
                        words.subList(0, end), GOVERNORS.value(entry).orElseThrow(), article);
            }
        }
        return null;
    }

    private static boolean fits(Member member, String complement) {
        List<String> words = member.words();
        return switch (complement) {
            case "agent" ->
                !isPresent(words.get(0))
                        && (words.get(0).equals("to") || !WordClasses.isPreposition(words.get(0)))
                        && !words.get(0).equals("who")
                        && !WordClasses.isCondition(words)
                        && !isSite(words)
                        && !WordClasses.isPerson(words)
                        && !isVerbal(words);
            case "measure" ->
                member.before().isEmpty() && !CHANGES.contains(words.get(0)) && MEASURES.contains(member.lastWord());
            case "condition" ->
                WordClasses.isCondition(words)
                        && (!isPresent(words.get(0)) || member.joined() && !member.comma())
                        && !STATES.contains(member.lastWord());
            default -> isSite(words);
        };
    }

    /** A degree ("severe", "uncontrolled") or "active" begins the name of a condition of now, never that of an agent. */
    private static boolean isPresent(String word) {
        return WordClasses.isDegree(word) || PRESENT_STATES.contains(word);
    }

    private static boolean isVerbal(List<String> words) {
        return words.get(0).endsWith("ing");
    }

    /** Whether a member goes on with the parts of the body that the one before it ends in. */
    private static boolean extendsPlace(Member last, Member next) {
        return WordClasses.isSite(last.lastWord())
                && last.words().stream().anyMatch(WordClasses::isPreposition)
                && isSite(next.words());
    }

    private static boolean isSite(List<String> words) {
        return WordClasses.isSite(words.get(words.size() - 1))
                && words.stream()
                        .allMatch(
                                w -> WordClasses.isSite(w) || DETERMINERS.contains(w) || WordClasses.isAttributive(w));
    }

    private static boolean isBareGovernor(Member last, Governor own) {
        String preposition = own.words().get(own.words().size() - 1);
        return own.complement().equals("agent")
                && GOVERNORS
                        .value(last.lastWord() + " " + preposition)
                        .filter("agent"::equals)
                        .isPresent();
    }
}
