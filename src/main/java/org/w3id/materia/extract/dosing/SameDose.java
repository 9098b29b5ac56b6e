package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Population;

/** A sentence that gives some patients the dose that stands beside it for adults: "The dosage is the same as for adults." */
final class SameDose {
    private SameDose() {}

    /** The patients that get the adults' dose; empty where the sentence says no such thing, or more than that. */
    static List<PatientGroup> groups(Mentions mentions, List<PatientGroup> above) {
        boolean refers = false;
        boolean plain = true;
        for (int i = 0; i < mentions.size(); i++) {
            Mention m = mentions.get(i);
            refers |= m instanceof Mention.OfReference;
            plain &= m instanceof Mention.OfReference
                    || m instanceof Mention.OfInert
                    || m instanceof Mention.OfJoint
                    || m instanceof Mention.OfGroup
                    || m instanceof Mention.OfName name && name.own();
        }
        if (!refers || !plain) {
            return List.of();
        }
        List<PatientGroup> named = mentions.all().stream()
                .filter(m -> m.value() instanceof Mention.OfGroup)
                .map(m -> ((Mention.OfGroup) m.value()).group())
                .toList();
        List<PatientGroup> groups = PatientGroupMerge.refined(above, named);
        return groups.stream().anyMatch(SameDose::isAdult) ? List.of() : groups;
    }

    /** Of the statements so far those for adults, or for nobody in particular; for the condition where one is named. */
    static List<DoseStatement> referred(List<DoseStatement> statements, Optional<String> indication) {
        return statements.stream()
                .filter(DoseStatement::isComputed)
                .filter(s -> s.groups().isEmpty() || s.groups().stream().anyMatch(SameDose::isAdult))
                .filter(s -> indication.isEmpty() || s.indication().equals(indication))
                .toList();
    }

    private static boolean isAdult(PatientGroup group) {
        return group.population().equals(Optional.of(Population.ADULT));
    }
}
