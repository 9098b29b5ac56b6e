package org.w3id.materia.extract.dosing.sentence;

import java.util.Map;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.fact.Route;

/** The route that a counted dose form leaves no choice of: tablets are swallowed, puffs inhaled. */
final class FormRoute {
    private static final Map<String, Route> ROUTES = Map.of(
            "{tablet}", Route.ORAL,
            "{capsule}", Route.ORAL,
            "{caplet}", Route.ORAL,
            "{gummy}", Route.ORAL,
            "{lozenge}", Route.ORAL,
            "{teaspoon}", Route.ORAL,
            "{tablespoon}", Route.ORAL,
            "{puff}", Route.INHALATION,
            "{patch}", Route.TRANSDERMAL,
            "{suppository}", Route.RECTAL);

    private FormRoute() {}

    static Optional<RouteParser.Named> of(Dose dose) {
        String form = dose.isCounted() ? dose.first().unit() : dose.form();
        return Optional.ofNullable(ROUTES.get(form)).map(r -> new RouteParser.Named(r, r == Route.ORAL ? 1 : 2));
    }
}
