package org.w3id.materia.safety.dose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.stated.StatedDose;

/** The labels that govern a stated dose: whether each is accounted for by what the dose's elements say, or by another medicine. */
final class DoseLabels {
    private static final Set<String> INERT = Set.of(
            "and",
            "or",
            "the",
            "to",
            "of",
            "in",
            "for",
            "from",
            "with",
            "a",
            "an",
            "by",
            "patient",
            "people",
            "year",
            "dose",
            "dosage",
            "dosing",
            "usual",
            "daily",
            "total",
            "maximum",
            "initial",
            "initially",
            "starting",
            "maintenance",
            "general",
            "mouth",
            "orally",
            "oral",
            "rectally",
            "rectal",
            "intravenously",
            "intravenou",
            "intravenous",
            "subcutaneously",
            "subcutaneous",
            "intramuscularly",
            "intramuscular",
            "topically",
            "topical",
            "inhalation",
            "inhaled",
            "limit",
            "other",
            "medicine");
    private static final String WITH = "with ";

    /** How a dose is governed. */
    enum Governed {
        /** By nothing but its patients and how it is given. */
        PLAINLY,
        /** By a condition that it is for. */
        BY_INDICATION,
        /** By another medicine of the list. */
        BY_OTHER_MEDICINE,
        /** By something that is not known to hold. */
        BY_SOMETHING_ELSE
    }

    private DoseLabels() {}

    static Governed of(StatedDose dose, List<Drug> others) {
        Set<String> said = new HashSet<>(INERT);
        dose.groups().forEach(group -> said.addAll(NormalForm.words(group.words())));
        Set<String> indication = new HashSet<>(said);
        dose.indication().ifPresent(text -> indication.addAll(NormalForm.words(text)));
        Governed governed = dose.indication().isPresent() ? Governed.BY_INDICATION : Governed.PLAINLY;
        for (String label : dose.context()) {
            List<String> words = NormalForm.words(label);
            if (said.containsAll(words)) {
                continue;
            }
            if (indication.containsAll(words)) {
                governed = Governed.BY_INDICATION;
            } else if (namesOneOf(label, others)) {
                return Governed.BY_OTHER_MEDICINE;
            } else {
                return Governed.BY_SOMETHING_ELSE;
            }
        }
        return governed;
    }

    private static boolean namesOneOf(String label, List<Drug> others) {
        String form = NormalForm.of(label);
        return form.startsWith(WITH)
                && others.stream().anyMatch(drug -> drug.names().containsKey(form.substring(WITH.length())));
    }
}
