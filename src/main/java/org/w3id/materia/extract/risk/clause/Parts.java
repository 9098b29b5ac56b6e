package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.risk.clause.Span.Frame;
import org.w3id.materia.language.Words;

/**
 * Cuts a list of states into ranges that are read apart: a population with its age, a disease with what it goes with, and
 * what is said of further persons ("gout, or those who are pregnant").
 */
public final class Parts {
    private static final Set<String> TAKEN = Set.of("take", "taking", "using", "use", "receiving");

    private static final Set<String> PARTICULAR = Set.of("particularly", "especially", "notably");

    private final Words words;
    private final Frame frame;
    private final List<Span> spans = new ArrayList<>();

    private Parts(Words words, Frame frame) {
        this.words = words;
        this.frame = frame;
    }

    /** The ranges of a list that begins at a token and ends at the latest before another. */
    public static List<Span> of(Words words, int from, int limit, Frame frame) {
        Parts parts = new Parts(words, frame);
        int link = frame == Frame.STATE ? Math.max(Persons.link(words, from), Persons.furtherLink(words, from)) : -1;
        int start = link < 0 ? from : link;
        if (link > from && TAKEN.contains(words.word(link - 1))) {
            parts = new Parts(words, Frame.COMPANION);
        }
        parts.cut(start, Ends.of(words, start, limit));
        return parts.spans;
    }

    private void cut(int from, int end) {
        Frame as = frame;
        int start = from;
        int i = from;
        while (i < end) {
            int whole = Math.min(end, whole(i, end));
            int further = i > start && opensFurther(i - 1) ? Persons.furtherLink(words, i) : -1;
            if (whole > i) {
                add(start, i, as);
                add(i, whole, Frame.WHOLE);
                start = whole;
                i = whole;
            } else if (further >= 0) {
                add(start, i, as);
                start = further;
                as = TAKEN.contains(words.word(further - 1)) ? Frame.COMPANION : frame;
                i = Math.max(i + 1, further);
            } else {
                i++;
            }
        }
        add(start, end, as);
    }

    private void add(int from, int to, Frame framed) {
        if (from < to) {
            spans.add(new Span(from, to, framed));
        }
    }

    /** Before further persons: "gout, or those with …", "gout, especially in those with …". */
    private boolean opensFurther(int at) {
        int particular = words.word(at).equals("in") ? at - 1 : at;
        return separates(at) || PARTICULAR.contains(words.word(particular));
    }

    private boolean separates(int at) {
        return words.isConjunction(at) || words.isComma(at);
    }

    /** Behind one thing that is not to be cut; {@code at} where none begins there. */
    private int whole(int at, int end) {
        // "courses of more than 14 days" is one thing, and no age.
        if (frame != Frame.STATE || at > 0 && words.word(at - 1).equals("of")) {
            return at;
        }
        int aged = Populations.aged(words, at);
        int measured = aged > at ? aged : Thresholds.at(words, at);
        return measured > at ? measured : joint(at, end);
    }

    /** "a disease associated with a disorder and a risk of bleeding": both must hold. */
    private int joint(int at, int end) {
        if (at > 0 && !separates(at - 1)) {
            return at;
        }
        boolean associated = false;
        boolean both = false;
        int to = at;
        while (to < end && !words.isComma(to)) {
            associated |=
                    words.word(to).equals("associated") && words.word(to + 1).equals("with");
            both |= associated
                    && words.word(to).equals("and")
                    && words.word(to + 1).equals("a");
            to++;
        }
        return both ? to : at;
    }
}
