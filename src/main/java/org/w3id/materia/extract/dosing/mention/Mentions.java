package org.w3id.materia.extract.dosing.mention;

import java.util.List;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;

/** The mentions of one sentence, with the brackets that they stand in. */
public final class Mentions {
    private final List<Reading<Mention>> list;
    private final int[] open;

    public Mentions(List<Reading<Mention>> list) {
        this.list = List.copyOf(list);
        this.open = new int[list.size()];
        int current = -1;
        for (int i = 0; i < open.length; i++) {
            if (isJoint(i, Joint.CLOSE) && current >= 0) {
                current = open[current];
            }
            open[i] = current;
            if (isJoint(i, Joint.OPEN)) {
                current = i;
            }
        }
    }

    /** How many mentions there are; a bracket has its own among them. */
    public int size() {
        return list.size();
    }

    /** The mention there, which must be one. */
    public Mention get(int i) {
        return list.get(i).value();
    }

    Reading<Mention> reading(int i) {
        return list.get(i);
    }

    public List<Reading<Mention>> all() {
        return list;
    }

    /** Its first token. */
    public int from(int i) {
        return list.get(i).from();
    }

    /** Behind its last token. */
    public int to(int i) {
        return list.get(i).to();
    }

    /** The mention that is the bracket around mention {@code i}; -1 where it stands in none. */
    public int openBracket(int i) {
        return i < 0 ? -1 : open[i];
    }

    /** The mention that closes a bracket; the number of mentions where nothing does. */
    public int closing(int bracket) {
        int i = bracket + 1;
        while (i < size() && !(isJoint(i, Joint.CLOSE) && open[i] == open[bracket])) {
            i++;
        }
        return i;
    }

    /** Whether it is that joint; false where there is no mention. */
    public boolean isJoint(int i, Joint joint) {
        return i >= 0 && i < size() && get(i) instanceof Mention.OfJoint j && j.joint() == joint;
    }

    boolean isJoint(int i) {
        return i >= 0 && i < size() && get(i) instanceof Mention.OfJoint;
    }

    /** The first mention from a place on that is no word without weight. */
    public Mention nextMeaning(int from) {
        int i = from;
        while (i < size() && get(i) instanceof Mention.OfInert) {
            i++;
        }
        return i < size() ? get(i) : new Mention.OfInert();
    }

    /** Whether a mention says when or how long. */
    public boolean isTiming(int i) {
        Mention m = get(i);
        return m instanceof Mention.OfRecurrence
                || m instanceof Mention.OfWhen
                || m instanceof Mention.OfDaysOfWeek
                || m instanceof Mention.OfCycleDays
                || m instanceof Mention.OfDivision
                || m instanceof Mention.OfCourse
                || m instanceof Mention.OfBreak
                || m instanceof Mention.OfAdministration
                || m instanceof Mention.OfPeriod
                || m instanceof Mention.OfNeed;
    }
}
