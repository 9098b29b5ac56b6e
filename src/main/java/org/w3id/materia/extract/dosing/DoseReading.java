package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.Amount;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Extent;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Schedule;

/**
 * One dose that a sentence states, by itself: what governs the sentence is not in it.
 *
 * @param amount the dose; absent where the sentence states a ceiling alone
 * @param routes routes that it names; each is a statement of its own
 */
record DoseReading(
        Optional<Amount> amount,
        Optional<Schedule> schedule,
        Optional<Extent> course,
        Optional<Extent> administration,
        boolean asNeeded,
        Stage stage,
        List<RouteParser.Named> routes,
        List<PatientGroup> groups,
        Optional<Amount> maximumPerPeriod,
        Optional<Amount> maximumPerAdministration,
        Optional<String> ingredient) {
    DoseReading {
        routes = List.copyOf(routes);
        groups = List.copyOf(groups);
    }
}
