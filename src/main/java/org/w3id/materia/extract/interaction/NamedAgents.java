package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/**
 * The drugs and classes of drugs that the book of names knows in a sentence, wherever they stand and whatever is said of them: a
 * class with the words that tell which ("strong CYP3A4 inhibitors"), brackets read too. For sentences in which any medicine that is
 * named is one that interacts.
 */
final class NamedAgents {
    private static final int MOST_MODIFIERS = 3;
    /** Heads that name no class: what they are about is said behind or before them, and read elsewhere. */
    private static final Set<String> GENERAL_HEADS = Set.of("hormone", "tablet", "capsule", "food");

    /** Behind a substance's name: what of it is meant, and not that it is taken. */
    private static final Set<String> MEASURED = Set.of("receptor", "receptors", "pathway", "pathways", "deficiency");

    /** A bracket that only abbreviates what stands before it: "(NSAIDs)". */
    private static final Pattern ABBREVIATION = Pattern.compile("\\s*[A-Z]{2,}[A-Za-z0-9]*\\s*");
    /** What an enzyme or a receptor is called: "CYP3A4", "P-gp", "5-HT1". */
    private static final Pattern SYMBOL = Pattern.compile("(?=.*[A-Z])[A-Z0-9][\\w/-]*[A-Z0-9][\\w/-]*");

    private final String text;
    private final Words words;
    private final int offset;

    private NamedAgents(String text, int offset) {
        this.text = text;
        this.words = Words.of(text);
        this.offset = offset;
    }

    /** The agents of a sentence, in order; their ranges are ranges of it. */
    static List<Agent> in(String sentence) {
        return new NamedAgents(sentence, 0).agents();
    }

    private List<Agent> agents() {
        List<Agent> agents = new ArrayList<>();
        int free = 0;
        for (int at = 0; at < words.size(); at++) {
            if (words.isBracket(at)) {
                agents.addAll(inBracket(at));
                continue;
            }
            int last = drugEnd(at);
            if (last < 0 && NameBook.isClassHead(words.word(at))) {
                last = at;
                agent(modified(at, free), at).ifPresent(agents::add);
            } else if (last >= 0) {
                agent(at, last).ifPresent(agents::add);
            }
            if (last >= 0) {
                at = last;
                free = last + 1;
            }
        }
        return agents;
    }

    /** The last token of the drug whose name begins at a token; -1 where none does. */
    private int drugEnd(int at) {
        return NameBook.get()
                .longest(words, at)
                .filter(f -> f.is(NameKind.DRUG) && !f.is(NameKind.MEASURE))
                .map(f -> at + f.tokens() - 1)
                .filter(last -> !MEASURED.contains(words.word(last + 1)))
                .orElse(-1);
    }

    private List<Agent> inBracket(int at) {
        int start = words.start(at) + 1;
        int end = Math.max(start, words.end(at) - 1);
        String inner = text.substring(start, end);
        if (ABBREVIATION.matcher(inner).matches() || Brackets.describe(inner)) {
            return List.of();
        }
        return new NamedAgents(inner, offset + start).agents();
    }

    /** Where the words that tell which class begin. */
    private int modified(int at, int free) {
        int from = at;
        while (from > free && at - from < MOST_MODIFIERS && tellsWhich(from - 1)) {
            from--;
        }
        return from;
    }

    /** An adjective, a symbol, a compound or a name. */
    private boolean tellsWhich(int at) {
        if (!words.isWord(at) || words.colonBehind(at)) {
            return false;
        }
        String word = words.word(at);
        return WordClasses.isAttributive(word) && !word.equals("several")
                || AgentWords.DEGREES.contains(word)
                || word.indexOf('-') > 0
                || SYMBOL.matcher(text.substring(words.start(at), words.end(at)))
                        .matches()
                || NameBook.get().kinds(word).contains(NameKind.DRUG);
    }

    private Optional<Agent> agent(int from, int last) {
        int start = words.start(from);
        int end = words.end(last);
        String name = AgentWords.singular(
                text.substring(start, end).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        String head = name.substring(name.lastIndexOf(' ') + 1);
        return (GENERAL_HEADS.contains(head) || WordClasses.isMedicine(head))
                        || AgentWords.isBare(name)
                        || AgentWords.isGeneral(name)
                ? Optional.empty()
                : Optional.of(new Agent(name, offset + start, offset + end, true));
    }
}
