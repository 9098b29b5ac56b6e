package org.w3id.materia.extract.interaction;

import java.util.regex.Pattern;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Governor;
import org.w3id.materia.extract.Statement.Role;

/** Tells whether a statement stands under words that announce interactions. */
final class InteractionZone {
    private static final Pattern HEADING = Pattern.compile(
            "\\binteract(?:s|ions?|ing)?\\b|\\b(?:other|concurrent|concomitant) (?:medications?|medicines?|drugs?)\\b|\\bconcomitant\\b|\\bconcurrent\\b|\\b(?:combining|combined|taken|used) with\\b|\\bco-?administ",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SECTION = Pattern.compile("^(?:\\w+ )?interactions?\\b", Pattern.CASE_INSENSITIVE);

    private InteractionZone() {}

    static boolean holds(Statement statement) {
        return SECTION.matcher(statement.section().heading()).find()
                || statement.governors().stream().anyMatch(InteractionZone::announces);
    }

    /** Whether the statement's own label announces interactions. */
    static boolean labels(Statement statement) {
        return statement
                .innermost(Role.LABEL)
                .filter(l -> HEADING.matcher(l.text()).find())
                .isPresent();
    }

    private static boolean announces(Governor governor) {
        String words = governor.text().text();
        boolean denied = governor.role() == Role.LEAD_IN && Denial.denies(words);
        return !denied && HEADING.matcher(words).find() && !words.endsWith("?");
    }
}
