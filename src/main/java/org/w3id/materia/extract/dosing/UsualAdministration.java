package org.w3id.materia.extract.dosing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Amount;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.Extent;
import org.w3id.materia.extract.Route;

/**
 * How long each infusion takes, where a sentence of the Dosage section says it once for all ("… is infused intravenously over at
 * least 60 minutes."): it holds for the intravenous doses that name no time of their own.
 */
final class UsualAdministration {
    /** Ways of giving a dose that take another time than an infusion. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:bolus(?:es)?|push|inject\\w*|premedication|subcutaneous\\w*|intramuscular\\w*|im)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Set<Extent> stated = new LinkedHashSet<>();

    /** Looks at a sentence that states no dose. */
    void note(SentenceReader sentence, String text) {
        boolean intravenous = sentence.mentions().stream()
                .anyMatch(
                        m -> m.value() instanceof Mention.OfRoute r && r.route().route() == Route.INTRAVENOUS);
        if (intravenous && !OTHERWISE.matcher(text).find()) {
            sentence.mentions().stream()
                    .filter(m -> m.value() instanceof Mention.OfAdministration)
                    .forEach(m -> stated.add(((Mention.OfAdministration) m.value()).length()));
        }
    }

    /** The statements with the one time that was stated; as they are where none or several were. */
    List<DoseStatement> applied(List<DoseStatement> statements) {
        if (stated.size() != 1) {
            return List.copyOf(statements);
        }
        Extent usual = stated.iterator().next();
        return statements.stream()
                .map(s -> lacksTime(s) ? DoseStatements.over(s, usual) : s)
                .toList();
    }

    private static boolean lacksTime(DoseStatement s) {
        return s.administration().isEmpty()
                && s.route().filter(r -> r == Route.INTRAVENOUS).isPresent()
                && s.amount().flatMap(Amount::perTime).isEmpty()
                && s.amount().isPresent()
                && s.stage() != DoseStatement.Stage.PREMEDICATION
                && !OTHERWISE.matcher(s.text()).find();
    }
}
