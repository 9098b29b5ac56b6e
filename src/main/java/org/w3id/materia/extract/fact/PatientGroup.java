package org.w3id.materia.extract.fact;

import java.util.Optional;

/**
 * The patients that a statement is about.
 *
 * @param population the coded population, where one is named
 * @param words the text's own words ("children 12 years and over")
 * @param age age band, where stated
 * @param weight body weight band in kg, where stated
 * @param clearance band of creatinine clearance or glomerular filtration rate in mL/min, where stated
 */
public record PatientGroup(
        Optional<Population> population,
        String words,
        Optional<Band> age,
        Optional<Band> weight,
        Optional<Band> clearance) {
    /** A group without a band of organ function. */
    public PatientGroup(Optional<Population> population, String words, Optional<Band> age, Optional<Band> weight) {
        this(population, words, age, weight, Optional.empty());
    }

    /** A group that is named without bands. */
    public static PatientGroup of(Population population, String words) {
        return new PatientGroup(Optional.of(population), words, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
