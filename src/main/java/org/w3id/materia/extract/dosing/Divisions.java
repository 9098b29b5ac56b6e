package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.sentence.ScheduleBuilder;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;

/**
 * How daily totals are divided, where a sentence of its own says so: "The total daily dose may be given in one or two divided doses." It
 * governs the totals that stand below the labels that it stands under itself, unless another sentence there says otherwise.
 */
final class Divisions {
    private static final Phrases<Boolean> TOTAL = Phrases.words("daily | total | per day");

    private record Division(List<Governor> under, Range parts) {}

    private final List<Division> divisions = new ArrayList<>();

    /** Takes a sentence in which nothing but a division is told. */
    void add(Statement statement, SentenceReader sentence) {
        List<Range> parts = new ArrayList<>();
        boolean plain = true;
        for (Reading<Mention> m : sentence.mentions().all()) {
            if (m.value() instanceof Mention.OfDivision division) {
                division.divided().parts().ifPresent(parts::add);
            } else {
                plain &= m.value() instanceof Mention.OfInert
                        || m.value() instanceof Mention.OfJoint
                        || m.value() instanceof Mention.OfRecurrence r
                                && r.recurrence().bare();
            }
        }
        if (plain && parts.size() == 1 && sentence.tokens().any(TOTAL)) {
            divisions.add(new Division(statement.governors(), parts.get(0)));
        }
    }

    /** The dose of a statement, divided where it is a daily total of which nothing else is told. */
    DoseStatement within(Statement statement, DoseStatement dose) {
        boolean total = dose.schedule().isEmpty()
                && dose.amount()
                        .flatMap(a -> a.perTime())
                        .filter(t -> t.equals("d"))
                        .isPresent();
        List<Range> parts = total
                ? divisions.stream()
                        .filter(d -> governs(d, statement))
                        .map(Division::parts)
                        .distinct()
                        .toList()
                : List.of();
        return parts.size() == 1
                ? dose.giving(dose.dose().withSchedule(ScheduleBuilder.of(Recurrence.times(parts.get(0), "d"))))
                : dose;
    }

    private static boolean governs(Division division, Statement statement) {
        int depth = division.under().size();
        return depth > 0
                && statement.governors().size() >= depth
                && statement.governors().subList(0, depth).equals(division.under());
    }
}
