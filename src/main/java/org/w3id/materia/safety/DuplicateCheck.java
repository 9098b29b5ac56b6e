package org.w3id.materia.safety;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.StatedFact;
import org.w3id.materia.safety.stated.StatedIngredient;

/** One substance in two of the medicines. */
final class DuplicateCheck {
    private DuplicateCheck() {}

    static Optional<Alert> alert(Listed first, Listed second) {
        if (!first.drug().sharesIngredient(second.drug())) {
            return Optional.empty();
        }
        String substance = first.drug().ingredients().stream()
                .filter(mine -> second.drug().ingredients().stream()
                        .anyMatch(theirs -> mine.stream().anyMatch(theirs::contains)))
                .flatMap(mine -> mine.stream()
                        .filter(name -> second.drug().ingredients().stream().anyMatch(t -> t.contains(name))))
                .sorted()
                .findFirst()
                .orElseThrow();
        boolean ofSeveral = first.drug().ingredients().size() > 1
                || second.drug().ingredients().size() > 1;
        return Optional.of(new Alert(
                Alert.Kind.DUPLICATE,
                Alert.Rating.of(Severity.MODERATE),
                new Alert.Subject(List.of(first.number(), second.number()), substance),
                new Alert.Ground(
                        Matched.certainly(
                                ofSeveral
                                        ? Match.INGREDIENT
                                        : codesInCommon(first, second) ? Match.SAME_CODE : Match.TEXT),
                        ingredient(first, substance).or(() -> ingredient(second, substance)),
                        first.label() + " and " + second.label() + " both have the ingredient " + substance + ".")));
    }

    private static boolean codesInCommon(Listed first, Listed second) {
        return first.drug().keys().keySet().stream().anyMatch(second.drug().keys()::containsKey);
    }

    private static Optional<StatedFact> ingredient(Listed medicine, String substance) {
        List<StatedIngredient> all =
                medicine.facts().flatMap(f -> f.stated().ingredients().stream()).toList();
        return all.stream()
                .filter(i -> all.size() == 1
                        || medicine.drug().ingredients().stream()
                                .anyMatch(
                                        names -> names.contains(substance) && names.contains(NormalForm.of(i.name()))))
                .findFirst()
                .map(StatedIngredient::fact);
    }
}
