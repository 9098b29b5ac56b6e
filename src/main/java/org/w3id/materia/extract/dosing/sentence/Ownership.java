package org.w3id.materia.extract.dosing.sentence;

import java.util.List;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.extract.dosing.mention.Mentions;

/**
 * Which amount owns each mention of a sentence. Amounts are parted by the strongest joint between them; what stands in a
 * bracket of its own belongs to the amount in it, what stands behind it to the amount before.
 */
final class Ownership {
    private static final int NONE = -1;

    private final Tokens tokens;
    private final Mentions mentions;
    private final int[] owner;
    private int unparted = NONE;

    private Ownership(Tokens tokens, Mentions mentions) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.owner = new int[mentions.size()];
    }

    /** The owners, by the amounts that are doses, maxima or steps, in order. */
    static Ownership of(Tokens tokens, Mentions mentions, List<Integer> heads) {
        Ownership ownership = new Ownership(tokens, mentions);
        ownership.part(heads);
        return ownership;
    }

    /** Which of the heads (by its place in their list) owns a mention. */
    int owner(int mention) {
        return owner[mention];
    }

    /** An amount that nothing parts from the one before it; -1 where there is none. */
    int unparted() {
        return unparted;
    }

    private void part(List<Integer> heads) {
        int anchor = 0;
        int last = heads.get(0);
        for (int h = 1; h < heads.size(); h++) {
            int head = heads.get(h);
            int open = outermost(head, last);
            if (open > heads.get(anchor)) {
                int close = mentions.closing(open);
                fill(open, Math.min(close + 1, owner.length), h);
                last = Math.max(head, Math.min(close, owner.length - 1));
            } else {
                int boundary = boundary(last, head);
                if (boundary < 0) {
                    unparted = head;
                    boundary = head;
                }
                fill(boundary, owner.length, h);
                anchor = h;
                last = head;
            }
        }
    }

    /** The outermost bracket around a head that opened behind {@code last}; -1 where there is none. */
    private int outermost(int head, int last) {
        int bracket = NONE;
        for (int open = mentions.openBracket(head); open > last; open = mentions.openBracket(open)) {
            bracket = open;
        }
        return bracket;
    }

    private void fill(int from, int to, int head) {
        for (int i = from; i < to; i++) {
            owner[i] = head;
        }
    }

    /** Where the mentions of the second amount begin; -1 where nothing parts them. */
    private int boundary(int first, int second) {
        int strong = strong(first, second);
        if (strong >= 0) {
            return strong;
        }
        int timing = first;
        for (int i = first + 1; i < second; i++) {
            if (mentions.isTiming(i) && !qualifies(i, second)) {
                timing = i;
            }
        }
        for (int i = timing + 1; i < second; i++) {
            if (parts(i)) {
                return i;
            }
        }
        if (timing > first && timing == second - 2 && isTo(second - 1)) {
            // "from 250 mg once daily to 500 mg twice daily": each end of the range has its rhythm.
            return second - 1;
        }
        int target = behindLast(timing, second);
        while (target - 1 > timing
                && (mentions.get(target - 1) instanceof Mention.OfStage
                        || mentions.get(target - 1) instanceof Mention.OfInert)) {
            target--;
        }
        return isStep(first) ? target : NONE;
    }

    private boolean isTo(int i) {
        return mentions.to(i) == mentions.from(i) + 1 && tokens.is(mentions.from(i), "to");
    }

    /** "by 25 mg every 3 days to 75 mg daily": behind a step stands what is to be reached. */
    private boolean isStep(int head) {
        int i = head - 1;
        while (i > 0 && mentions.get(i) instanceof Mention.OfInert) {
            i--;
        }
        return i >= 0 && mentions.get(i) instanceof Mention.OfStep;
    }

    /** "weekly maintenance doses of 250 mg": a rhythm before its amount, with nothing but light words between. */
    private boolean qualifies(int i, int head) {
        if (!(mentions.get(i) instanceof Mention.OfRecurrence) && !(mentions.get(i) instanceof Mention.OfCycleDays)) {
            return false;
        }
        for (int k = i + 1; k < head; k++) {
            Mention m = mentions.get(k);
            boolean light = m instanceof Mention.OfInert
                    || m instanceof Mention.OfStage
                    || m instanceof Mention.OfRoute
                    || mentions.isJoint(k, Joint.COLON)
                    || m instanceof Mention.OfCycleDays && mentions.isJoint(k, Joint.COMMA);
            if (!light) {
                return false;
            }
        }
        return true;
    }

    private int strong(int first, int second) {
        for (int i = first + 1; i < second; i++) {
            Mention m = mentions.get(i);
            if (m instanceof Mention.OfSequence
                    || mentions.isJoint(i, Joint.SEMICOLON)
                    || mentions.isJoint(i, Joint.BUT)
                    || mentions.isJoint(i, Joint.STOP)) {
                return i;
            }
            if (m instanceof Mention.OfCeiling || m instanceof Mention.OfStep || m instanceof Mention.OfChange) {
                return behindLast(first, i);
            }
        }
        return NONE;
    }

    /** The place before a cue and the light words that lead to it. */
    private int behindLast(int first, int cue) {
        int i = cue;
        while (i - 1 > first && (mentions.get(i - 1) instanceof Mention.OfInert || isWeak(i - 1))) {
            i--;
        }
        return i;
    }

    private boolean isWeak(int i) {
        return mentions.isJoint(i, Joint.COMMA) || mentions.isJoint(i, Joint.AND) || mentions.isJoint(i, Joint.OR);
    }

    /** A comma, "and" or "or" that does not join two of a kind. */
    private boolean parts(int i) {
        boolean joint = isWeak(i) || mentions.isJoint(i, Joint.COLON) || mentions.isJoint(i, Joint.SLASH);
        if (!joint || mentions.openBracket(i) >= 0) {
            return joint && mentions.openBracket(i) < 0;
        }
        int before = i - 1;
        int behind = i + 1;
        while (behind + 1 < mentions.size() && (isWeak(behind) || mentions.get(behind) instanceof Mention.OfInert)) {
            behind++;
        }
        boolean list = before >= 0
                && behind < mentions.size()
                && mentions.get(before).getClass() == mentions.get(behind).getClass()
                && (mentions.get(before) instanceof Mention.OfGroup
                        || mentions.get(before) instanceof Mention.OfRoute
                        || mentions.get(before) instanceof Mention.OfName);
        return !list;
    }
}
