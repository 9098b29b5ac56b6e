package org.w3id.materia.extract;

import java.util.List;
import java.util.Optional;

/**
 * One statement about dosing. Where {@code amount} and {@code maximum…} are absent the statement could not be computed
 * and is kept as its sentence alone.
 *
 * @param groups whom it is for; empty where the text does not say
 * @param indication the one condition that it is for, where stated
 * @param stage which part of the treatment it describes
 * @param route how it is given, where stated
 * @param amount the dose
 * @param schedule when
 * @param course how long the treatment lasts
 * @param administration how long one administration takes ("over at least 60 minutes")
 * @param asNeeded whether it is taken as needed
 * @param maximumPerPeriod a ceiling per day (or other time, in {@code perTime} of the amount)
 * @param maximumPerAdministration a ceiling for one dose
 * @param ingredient the ingredient of a combination that the statement is about
 * @param text the sentence, without markup
 */
public record DoseStatement(
        List<PatientGroup> groups,
        Optional<String> indication,
        Stage stage,
        Optional<Route> route,
        Optional<Amount> amount,
        Optional<Schedule> schedule,
        Optional<Extent> course,
        Optional<Extent> administration,
        boolean asNeeded,
        Optional<Amount> maximumPerPeriod,
        Optional<Amount> maximumPerAdministration,
        Optional<String> ingredient,
        String text,
        Evidence evidence) {
    public DoseStatement {
        groups = List.copyOf(groups);
    }

    /** Whether the statement is more than its sentence: a dose or a ceiling was read. */
    public boolean isComputed() {
        return amount.isPresent() || maximumPerPeriod.isPresent() || maximumPerAdministration.isPresent();
    }

    /** The codes of {@code CodeSystem/dosing-stage}. */
    public enum Stage {
        GENERAL("general"),
        INITIAL("initial"),
        LOADING("loading"),
        MAINTENANCE("maintenance"),
        SINGLE("single"),
        MAXIMUM("maximum"),
        PREMEDICATION("premedication");

        private final String code;

        Stage(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
