package org.w3id.materia.extract.interaction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.NormalForm;

/** Tells by its words whether a phrase names a drug, class, food or substance, and brings its head to the singular. */
final class AgentWords {
    private static final Lexicon HEADS =
            Lexicon.load("extract/interaction/agent-heads.txt", "language/drug-class-heads.txt");
    private static final Lexicon ENDINGS = Lexicon.load("extract/interaction/agent-endings.txt");
    private static final Lexicon NAMES = Lexicon.load("extract/interaction/agent-names.txt");
    private static final Lexicon GENERAL =
            Lexicon.load("extract/interaction/general-agents.txt", "language/medicine-words.txt");
    private static final Set<NameKind> TAKEN = EnumSet.of(NameKind.DRUG, NameKind.DRUG_CLASS);
    /** Words of sentences: what holds one is more than a name. */
    private static final Set<String> SENTENCE_WORDS = Lexicon.words("""
            that | which | with | to | for | of | in | by | on | from | before | after | avoid | not | if | when |
            while | advised | needed | required | it | this | these | the | a | an | increases | reduces | using |
            used | taking | taken | affecting | containing""");

    private static final Set<String> BARE =
            Set.of("inhibitor", "inducer", "substrate", "antagonist", "agonist", "blocker", "depressant");
    static final Set<String> DEGREES = Set.of("strong", "potent", "moderate", "weak", "selective");
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_ENDING = 3;
    private static final int LONGEST_ENDING = 12;
    private static final Pattern POSTMODIFIER = Pattern.compile(
            "\\s+(?:that|which|affecting|containing|causing|metaboli[sz]ed|known|used|for|with|of|from|in|like|taken|targeting|"
                    + "acting|influencing|lowering|altering|impacting|cleared|eliminated|excreted|processed|given|on|having|prolonging|inhibiting|inducing|increasing|decreasing|reducing|involving|intended|to|due|associated|by|at)\\b.*");

    private static final Pattern UNSPECIFIC = Pattern.compile(
            "^(?:(?:over-the-counter|over the counter|otc|prescription|non-?prescription|prescribed|herbal|dietary|natural|nutritional|oral|systemic|other|concomitant|health|combination|interacting|vitamin)(?: (?:and|or) )?\\s*)+");

    private AgentWords() {}

    /** Whether the phrase, lower case, is too general to be an agent. */
    static boolean isGeneral(String phrase) {
        String words = singular(phrase);
        String kind = UNSPECIFIC.matcher(words).replaceFirst("");
        return kind.isEmpty() || GENERAL.contains(phrase) || GENERAL.contains(words) || GENERAL.contains(kind);
    }

    /** Whether a word, in the singular, says what a drug does (and how strongly) and not to what, and so names nothing alone. */
    static boolean isBare(String word) {
        int head = word.lastIndexOf(' ') + 1;
        return BARE.contains(word.substring(head)) && (head == 0 || DEGREES.contains(word.substring(0, head - 1)));
    }

    /** Whether the phrase, lower case, tells by itself that it names an agent. */
    static boolean isRecognised(String phrase) {
        String head = POSTMODIFIER.matcher(phrase).replaceFirst("");
        if (NAMES.contains(phrase) || NAMES.contains(head) || NAMES.contains(singular(head))) {
            return true;
        }
        String last = singular(head.substring(Math.max(head.lastIndexOf(' '), head.lastIndexOf('/')) + 1));
        return NameBook.get().kinds(singular(head)).stream().anyMatch(TAKEN::contains)
                || NameBook.get().kinds(last).stream().anyMatch(TAKEN::contains)
                || isHead(last)
                || isHead(last.substring(last.lastIndexOf('-') + 1))
                || NAMES.contains(last)
                || hasEnding(last);
    }

    /** Whether the phrase, lower case, is a name and its modifiers, with nothing said about it. */
    static boolean isPlainName(String phrase) {
        List<String> words = Arrays.asList(phrase.split(" ", -1));
        return words.size() <= LONGEST_NAME && words.stream().noneMatch(SENTENCE_WORDS::contains);
    }

    private static boolean isHead(String word) {
        return HEADS.contains(word);
    }

    private static boolean hasEnding(String word) {
        for (int n = SHORTEST_ENDING; n <= Math.min(LONGEST_ENDING, word.length() - 2); n++) {
            if (ENDINGS.contains(word.substring(word.length() - n))) {
                return true;
            }
        }
        return word.startsWith("anti") && (word.endsWith("t") || word.endsWith("ic") || word.endsWith("al"));
    }

    /** The phrase with its head noun in the singular: "drugs affecting the heart" → "drug affecting the heart". */
    static String singular(String phrase) {
        var m = POSTMODIFIER.matcher(phrase);
        int end = m.find() ? m.start() : phrase.length();
        String head = phrase.substring(0, end);
        return singularWord(head) + phrase.substring(end);
    }

    private static String singularWord(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (NAMES.contains(lower) && !lower.endsWith("antacids")) {
            return head;
        }
        boolean headed = lower.endsWith("s") && isHead(lower.substring(lower.lastIndexOf(' ') + 1, lower.length() - 1));
        return headed ? head.substring(0, head.length() - 1) : NormalForm.singular(head);
    }
}
