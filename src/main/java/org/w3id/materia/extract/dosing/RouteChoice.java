package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.stream.Stream;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.fact.Route;

/**
 * Chooses the route of a dose: one by name in the sentence, else in the labels above it, else a site, else a dose form
 * in either. What is applied "topically" to an eye, an ear or the nose has the narrower route, and a
 * suppository is rectal unless the text says vaginal.
 */
final class RouteChoice {
    private RouteChoice() {}

    /** The routes, several only where the text leaves the choice; empty where it names none. */
    static List<Route> of(
            List<RouteParser.Named> own, List<RouteParser.Named> above, List<RouteParser.Named> introduced) {
        List<List<RouteParser.Named>> places = List.of(own, above);
        for (int strength = 2; strength >= 0; strength--) {
            for (List<RouteParser.Named> place : places) {
                List<Route> routes = at(place, strength);
                if (!routes.isEmpty()) {
                    return chosen(routes, places);
                }
            }
        }
        return introduced.stream().map(RouteParser.Named::route).toList();
    }

    private static List<Route> chosen(List<Route> routes, List<List<RouteParser.Named>> places) {
        if (routes.equals(List.of(Route.TOPICAL))) {
            return narrowed(places);
        }
        boolean vaginal = places.stream().flatMap(List::stream).anyMatch(r -> r.route() == Route.VAGINAL);
        return vaginal && routes.equals(List.of(Route.RECTAL)) ? List.of(Route.VAGINAL) : routes;
    }

    /** The routes of one strength, without "topical" where a narrower one is named too. */
    static List<Route> at(List<RouteParser.Named> place, int strength) {
        List<Route> routes = place.stream()
                .filter(r -> r.strength() == strength)
                .map(RouteParser.Named::route)
                .distinct()
                .toList();
        return routes.size() < 2
                ? routes
                : routes.stream().filter(r -> r != Route.TOPICAL).toList();
    }

    private static List<Route> narrowed(List<List<RouteParser.Named>> places) {
        Stream<Route> surfaces = places.stream()
                .flatMap(List::stream)
                .map(RouteParser.Named::route)
                .filter(r -> r == Route.OPHTHALMIC || r == Route.OTIC || r == Route.NASAL);
        return surfaces.findFirst().map(List::of).orElse(List.of(Route.TOPICAL));
    }
}
