package org.w3id.materia.extract.dosing.sentence;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.fact.DoseStatement.Dose;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.PatientGroup;

/**
 * A dose or a maximum as one sentence states it, read whole.
 *
 * @param dose without its route
 * @param routes as the sentence names them
 * @param groups the patients that the sentence names
 * @param indications the names of diseases that the sentence has for it
 * @param conditions verbatim what it depends on
 * @param ingredient the ingredient of a combination that stands beside the amount
 * @param closed the proof
 */
public record DoseReading(
        Dose dose,
        List<Maximum> maxima,
        List<RouteParser.Named> routes,
        List<PatientGroup> groups,
        List<String> indications,
        List<String> conditions,
        Optional<String> ingredient,
        Account.Closed closed) {
    public DoseReading {
        java.util.Objects.requireNonNull(closed, "closed");
        maxima = List.copyOf(maxima);
        routes = List.copyOf(routes);
        groups = List.copyOf(groups);
        indications = List.copyOf(indications);
        conditions = List.copyOf(conditions);
    }
}
