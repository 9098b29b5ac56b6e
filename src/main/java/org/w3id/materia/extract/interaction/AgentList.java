package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;

/**
 * The agents that a range of a statement lists: coordinations split, a class and its examples both, shared words
 * restored ("CYP3A4 inhibitors or inducers"), descriptions completed ("those affecting the heart or blood pressure").
 */
final class AgentList {
    /** Blanks and punctuation around a separator need no naming: pieces are trimmed. Tells first where a word can begin one. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?<![\\w-])(?=[aoislepnf&])(?:and/or|and|or|as well as|including(?:,? but not limited to)?|such as|like|e\\.g\\.,?|i\\.e\\.,?|especially(?: with)?|"
                    + "particularly(?: with)?|in particular|primarily|notably|for example|for instance|namely|along with|plus|&)(?![\\w-])"
                    + "|[,;:]|\\s/\\s|(?<=[a-z]{3}s)/(?=[a-z])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKED = Pattern.compile(
            "^\\s*(?:e\\.?g\\.?,?|such as|including|like|for example,?|for instance,?|especially|particularly)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ILLNESS =
            Pattern.compile("(?:.*\\b)?(?:coughs?|colds?|flu|influenza|allergy|sinus)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ILLNESS_REMEDY =
            Pattern.compile("(?:coughs?|colds?|flu|influenza|allergy|sinus)\\b.+", Pattern.CASE_INSENSITIVE);

    /** What stands in a bracket behind these only tells which: "live vaccines (cholera, typhoid)". */
    private static final Pattern QUALIFIED_HEAD = Pattern.compile("\\b(vaccine|juice)s $", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final String plain;
    private final List<Agent> agents = new ArrayList<>();

    private AgentList(String text, String plain) {
        this.text = text;
        this.plain = plain;
    }

    static List<Agent> of(String text, int start, int end) {
        AgentList list = new AgentList(text, Brackets.blank(text));
        list.read(start, end);
        list.readBrackets(start, end);
        return list.agents;
    }

    private static List<Agent> between(String text, int start, int end) {
        AgentList list = new AgentList(text, text);
        list.read(start, end);
        return list.agents;
    }

    private void read(int start, int end) {
        List<int[]> pieces = new ArrayList<>();
        Matcher m = SEPARATOR.matcher(plain).region(start, end);
        int from = start;
        while (m.find()) {
            add(pieces, from, m.start());
            from = m.end();
        }
        add(pieces, from, end);
        joinIllnesses(pieces);
        AgentNames names = new AgentNames(plain, pieces);
        for (int i = 0; i < pieces.size(); i++) {
            names.of(i).ifPresent(agents::add);
        }
    }

    private void add(List<int[]> pieces, int from, int to) {
        int s = from;
        int e = to;
        while (s < e && !Character.isLetterOrDigit(plain.charAt(s))) {
            s++;
        }
        while (e > s && !Character.isLetterOrDigit(plain.charAt(e - 1))) {
            e--;
        }
        if (s < e) {
            pieces.add(new int[] {s, e});
        }
    }

    /** "cough and cold medicines" are one class. */
    private void joinIllnesses(List<int[]> pieces) {
        for (int i = pieces.size() - 2; i >= 0; i--) {
            int[] next = pieces.get(i + 1);
            if (ILLNESS.matcher(plain.substring(pieces.get(i)[0], pieces.get(i)[1]))
                            .matches()
                    && ILLNESS_REMEDY.matcher(plain.substring(next[0], next[1])).matches()) {
                pieces.get(i)[1] = next[1];
                pieces.remove(i + 1);
            }
        }
    }

    private Optional<String> headBefore(int bracket) {
        Matcher head = QUALIFIED_HEAD.matcher(text.substring(0, bracket));
        return head.find() ? Optional.of(head.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** "antiplatelet agents (aspirin)": one drug behind the plural of a class is a member. */
    private boolean behindClass(int bracket) {
        String before = text.substring(0, bracket).strip().toLowerCase(Locale.ROOT);
        String head = before.substring(before.lastIndexOf(' ') + 1);
        return head.endsWith("s")
                && AgentWords.isRecognised(AgentWords.singular(head))
                && !NameBook.get().is(head, NameKind.DRUG);
    }

    private static Agent qualified(Agent agent, String head) {
        String name = agent.name().endsWith(head) ? agent.name() : agent.name() + " " + head;
        return new Agent(name, agent.start(), agent.end(), true);
    }

    /** Examples in brackets; a bracket without "e.g." must hold nothing but agents, at least one of them no abbreviation. */
    private void readBrackets(int start, int end) {
        int open = text.indexOf('(', start);
        while (open >= 0 && open < end) {
            int close = text.indexOf(')', open);
            if (close < 0) {
                return;
            }
            Matcher marked = MARKED.matcher(text).region(open + 1, close);
            boolean examples = marked.find();
            String inner = text.substring(examples ? marked.end() : open + 1, close);
            List<Agent> members = between(text, examples ? marked.end() : open + 1, close);
            Optional<String> head = headBefore(open);
            boolean list = examples
                    || head.isPresent()
                    || !Brackets.describe(inner)
                            && members.stream().allMatch(Agent::recognised)
                            && (members.size() > 1
                                    || behindClass(open) && NameBook.get().is(inner, NameKind.DRUG));
            if (list) {
                members.stream()
                        .map(a -> head.map(h -> qualified(a, h)).orElse(a))
                        .filter(a -> examples || a.recognised())
                        .forEach(agents::add);
            }
            open = text.indexOf('(', close);
        }
    }
}
