package org.w3id.materia.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Criterion.Match;
import org.w3id.materia.store.Criterion.TextBegins;
import org.w3id.materia.store.Criterion.TextResembles;

/**
 * A second try for names that nothing begins with: those within few typing errors. Only our own parameter {@code name} has
 * it, and the answer says so, because a name that is nearly another one's may be another medicine's.
 */
final class MistypedNames {
    static final String PARAMETER = "name";

    /** Tells the reader that these are not the medicines that were asked for. */
    static final String WARNING =
            "No name begins with what was asked for. These are names within one or two typing errors of it: they may"
                    + " be other medicines.";

    private MistypedNames() {}

    /** The criteria with names that need only resemble what is asked for; empty where no name is asked for. */
    static Optional<List<Criterion>> tolerated(List<Criterion> allOf) {
        List<Criterion> tolerant = new ArrayList<>();
        boolean changed = false;
        for (Criterion criterion : allOf) {
            boolean name = criterion.parameter().equals(PARAMETER)
                    && criterion.anyOf().stream().allMatch(TextBegins.class::isInstance);
            tolerant.add(name ? new Criterion(PARAMETER, resembling(criterion.anyOf())) : criterion);
            changed |= name;
        }
        return changed ? Optional.of(tolerant) : Optional.empty();
    }

    private static List<Match> resembling(List<Match> matches) {
        List<Match> resembling = new ArrayList<>();
        for (Match match : matches) {
            resembling.add(new TextResembles(((TextBegins) match).value()));
        }
        return resembling;
    }
}
