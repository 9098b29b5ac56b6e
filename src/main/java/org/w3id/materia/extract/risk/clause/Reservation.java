package org.w3id.materia.extract.risk.clause;

import java.util.Set;
import org.w3id.materia.language.Lexicon;

/**
 * What a prohibition leaves open: "avoid unless the benefit outweighs the risk" forbids the use only until it has been weighed, and is
 * a recommendation; "not used unless clearly needed" bids care. "Unless prescribed by a doctor" keeps a prohibition as it is.
 */
public final class Reservation {
    private static final Set<String> WEIGHS = Lexicon.words("""
            benefit | benefits | outweigh | outweighs | essential | necessary | needed | alternative |
            alternatives | unavoidable""");
    private static final Set<String> OPENS = Set.of("if", "where", "when", "whenever");

    private Reservation() {}

    /** The directive of a clause with the strength that its reservation leaves. */
    public static Directive applied(Clause clause, Directive directive) {
        if (!directive.level().forbids() || !weighs(clause, directive.to())) {
            return directive;
        }
        return directive.as(directive.describes() ? Level.CAUTION : Level.NOT_RECOMMENDED);
    }

    private static boolean weighs(Clause clause, int from) {
        boolean unless = false;
        for (int i = from; i < clause.to(); i++) {
            String word = clause.words().word(i);
            unless |= word.equals("unless");
            if (unless && WEIGHS.contains(word)
                    || OPENS.contains(word) && clause.words().word(i + 1).equals("possible")) {
                return true;
            }
        }
        return false;
    }
}
