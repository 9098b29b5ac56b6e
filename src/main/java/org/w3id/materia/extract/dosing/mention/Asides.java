package org.w3id.materia.extract.dosing.mention;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;

/**
 * Clauses and brackets of plain words beside a dose: "(a problem of the nerves)", ", but this varies widely", "for newborns
 * diagnosed with sepsis,". Their unknown words go with the dose verbatim, as a condition. A clause that holds a number, a
 * denial, another drug, or in which an amount, a rhythm or a route is stated is none, and its words stay unknown.
 */
final class Asides {
    /** How a clause begins that is beside the main one. */
    private static final Phrases<Boolean> OPENERS = Phrases.words("""
            and | or | but | with | as | because | since | which | so | although | though | while | whereas | where | if | when |
            for | in | during | after | before | following | until | depending | based | due | to | by | under | given |
            among | at | upon | on | usually | often | typically | generally | sometimes | especially | particularly |
            possibly | potentially | whether | once | however | such | e . g""");

    /** How a clause begins that says for whom or in what case the dose before or behind it is. */
    private static final Phrases<Boolean> LEADING = Phrases.words("""
            for | in | during | among | under | with | when | if | after | before | following | because | since |
            although | as | given | depending | at | on | due to | similar to |
            wash | clean | cleanse | wet | dry | moisten | shake | blow | tilt | rinse | lather | soak""");

    private final Tokens tokens;
    private final Mentions mentions;
    private final PlainWords words;
    private final List<Reading<Mention>> result = new ArrayList<>();

    Asides(PlainWords words) {
        this.tokens = words.tokens();
        this.mentions = words.mentions();
        this.words = words;
    }

    /** The mentions of the sentence, with the unknown words of its asides made conditions. */
    List<Reading<Mention>> found() {
        int first = 0;
        while (first < mentions.size()) {
            int end = end(first);
            boolean bracket = mentions.isJoint(first - 1, Joint.OPEN) && mentions.isJoint(end, Joint.CLOSE);
            if (isAside(first, end, bracket)) {
                merge(first, end, first > 0 || bracket);
            } else {
                result.addAll(mentions.all().subList(first, end));
            }
            if (end < mentions.size()) {
                result.add(mentions.reading(end));
            }
            first = end + 1;
        }
        return result;
    }

    /** The mark that ends the clause that begins at a mention. */
    private int end(int first) {
        int i = first;
        while (i < mentions.size() && !isBoundary(i)) {
            i++;
        }
        return i;
    }

    private boolean isBoundary(int i) {
        return mentions.isJoint(i, Joint.OPEN)
                || mentions.isJoint(i, Joint.CLOSE)
                || mentions.isJoint(i, Joint.SEMICOLON)
                || mentions.isJoint(i, Joint.STOP)
                || mentions.isJoint(i, Joint.COLON)
                || mentions.isJoint(i, Joint.COMMA) && !words.isHyphen(mentions.from(i));
    }

    private boolean isAside(int first, int end, boolean bracket) {
        if (end == first || !bracket && !opens(first, end)) {
            return false;
        }
        boolean unknown = false;
        for (int i = first; i < end; i++) {
            Mention m = mentions.get(i);
            boolean led = first == 0 && m instanceof Mention.OfGroup;
            boolean changed = !bracket && m instanceof Mention.OfChange;
            boolean read = m instanceof Mention.OfCondition;
            if (!PlainWords.isPlain(m) && !led && !changed || !read && !words.isLight(i)) {
                return false;
            }
            unknown |= m instanceof Mention.OfUnknown;
        }
        return unknown;
    }

    /** A clause before the first amount ends in a comma; one behind it stands behind a mark. */
    private boolean opens(int first, int end) {
        int at = mentions.from(first);
        if (first == 0) {
            return mentions.isJoint(end, Joint.COMMA) && LEADING.at(tokens, at);
        }
        int opener = tokens.word(at).endsWith("ly") ? at + 1 : at;
        return (mentions.isJoint(first - 1, Joint.COMMA) || mentions.isJoint(first - 1, Joint.SEMICOLON))
                && (OPENERS.at(tokens, at) || isParticiple(tokens.word(opener)));
    }

    private static boolean isParticiple(String word) {
        return word.length() > 4 && (word.endsWith("ing") || word.endsWith("ed"));
    }

    /** Each run of plain words with an unknown one in it becomes one condition. */
    private void merge(int first, int end, boolean names) {
        int from = first;
        while (from < end) {
            int to = from;
            boolean unknown = false;
            while (to < end && joins(mentions.get(to), names)) {
                unknown |= mentions.get(to) instanceof Mention.OfUnknown;
                to++;
            }
            if (unknown) {
                result.add(new Reading<>(new Mention.OfCondition(), mentions.from(from), mentions.to(to - 1)));
            } else {
                result.addAll(mentions.all().subList(from, Math.max(to, from)));
            }
            if (to < end) {
                result.add(mentions.reading(to));
            }
            from = to + 1;
        }
    }

    /** What an aside names behind the amount is no second indication of it; what it names in front is one. */
    private static boolean joins(Mention m, boolean names) {
        boolean named = m instanceof Mention.OfIndication || m instanceof Mention.OfName;
        return !(m instanceof Mention.OfGroup) && !(m instanceof Mention.OfChange) && (names || !named);
    }
}
