package org.w3id.materia.extract.dosing.sentence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;

/**
 * The account of one sentence: every mention of it has one owner, or is open. Words that change nothing, marks and the
 * drug's own name are owned from the start; all else must be claimed by a reading. Only a closed account gives facts.
 */
final class Account {
    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final BitSet claimed = new BitSet();

    /** Proof that an account was closed. Nobody but an account makes one. */
    static final class Closed {
        private Closed() {}
    }

    Account(Tokens tokens, List<Reading<Mention>> mentions) {
        this.tokens = tokens;
        this.mentions = mentions;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i).value();
            boolean free = mention instanceof Mention.OfInert
                    || mention instanceof Mention.OfJoint && !touchesAmount(i)
                    || mention instanceof Mention.OfApplying
                    || mention instanceof Mention.OfReference
                    || mention instanceof Mention.OfName name && name.own();
            claimed.set(i, free);
        }
    }

    /** A stroke or dash that touches an amount is part of it: "5 mg/stone". */
    private boolean touchesAmount(int i) {
        int at = mentions.get(i).from();
        boolean part = tokens.is(at, "/", "-")
                && tokens.get(at).end() == tokens.get(mentions.get(i).to() - 1).end();
        boolean behind = i > 0
                && mentions.get(i - 1).value() instanceof Mention.OfDose
                && tokens.get(at - 1).end() == tokens.get(at).start();
        boolean before = i + 1 < mentions.size()
                && mentions.get(i + 1).value() instanceof Mention.OfDose
                && tokens.has(at + 1)
                && tokens.get(at).end() == tokens.get(at + 1).start();
        if (i + 1 < mentions.size() && mentions.get(i + 1).value() instanceof Mention.OfName name && name.own()) {
            return false;
        }
        return part && (behind || before);
    }

    void claim(int mention) {
        claimed.set(mention);
    }

    /** Gives a mention back: its reading turned out to have no place for it. */
    void reopen(int mention) {
        claimed.clear(mention);
    }

    /** The words of all open mentions, in order. */
    List<String> unread() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (!claimed.get(i)) {
                words.add(tokens.text(mentions.get(i).from(), mentions.get(i).to()));
            }
        }
        return words;
    }

    /** What the sentence states, if all of it was read; else nothing. */
    <F> Optional<F> close(Function<Closed, F> facts) {
        return claimed.cardinality() == mentions.size() ? Optional.of(facts.apply(new Closed())) : Optional.empty();
    }
}
