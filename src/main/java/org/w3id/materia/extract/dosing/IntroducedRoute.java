package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Route;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Role;

/**
 * The route that a section gives for the medicine as a whole: "Docetaxel is given intravenously over one hour." Such a
 * sentence states no dose, is for nobody and nothing in particular, and governs the section; where the section names
 * another route anywhere, none does. Without such a sentence it is the one route that the sections on names, use and dosage
 * name at all ("Xamplin tablets").
 */
final class IntroducedRoute {
    private static final int BY_NAME = 2;

    private final SentenceReaders readers;

    private IntroducedRoute(SentenceReaders readers) {
        this.readers = readers;
    }

    /**
     * The route, as a list of none or one.
     *
     * @param stated the routes that the text names for the medicine
     */
    static List<RouteParser.Named> of(List<Statement> section, SentenceReaders readers, List<Route> stated) {
        IntroducedRoute finder = new IntroducedRoute(readers);
        List<Route> named = section.stream().flatMap(finder::named).distinct().toList();
        if (named.size() > 1) {
            return List.of();
        }
        Optional<RouteParser.Named> introduced = section.stream()
                .filter(s -> finder.routes(s).anyMatch(r -> r.strength() != 1))
                .filter(finder::introduces)
                .flatMap(s -> finder.routes(s).filter(r -> r.strength() != 1))
                .filter(r -> named.isEmpty() || named.contains(r.route()))
                .findFirst();
        return introduced.or(() -> only(stated, named)).map(List::of).orElse(List.of());
    }

    /** The one route that the whole text names for the medicine; where it names several, none governs. */
    private static Optional<RouteParser.Named> only(List<Route> stated, List<Route> named) {
        return stated.size() == 1 && stated.containsAll(named)
                ? Optional.of(new RouteParser.Named(stated.get(0), BY_NAME))
                : Optional.empty();
    }

    private Stream<RouteParser.Named> routes(Statement statement) {
        Tokens tokens = readers.of(statement.text()).tokens();
        Stream.Builder<RouteParser.Named> routes = Stream.builder();
        for (int t = 0; t < tokens.size(); t++) {
            Optional<Reading<RouteParser.Named>> route = RouteParser.ROUTE.parse(tokens, t);
            route.map(Reading::value).ifPresent(routes::add);
            t = route.map(Reading::to).orElse(t + 1) - 1;
        }
        return routes.build();
    }

    private Stream<Route> named(Statement statement) {
        return routes(statement).filter(r -> r.strength() == BY_NAME).map(RouteParser.Named::route);
    }

    private boolean introduces(Statement statement) {
        SentenceReader sentence = readers.of(statement.text());
        if (statement.role() != Role.SENTENCE || sentence.isDenied()) {
            return false;
        }
        boolean particular = sentence.mentions().all().stream()
                .map(Reading::value)
                .anyMatch(m -> m instanceof Mention.OfDose
                        || m instanceof Mention.OfGroup
                        || m instanceof Mention.OfIndication
                        || m instanceof Mention.OfName name && (name.isOtherDrug() || name.isDisease()));
        Context context = Context.of(statement, readers);
        return !particular
                && !context.foreign()
                && context.groups().isEmpty()
                && context.indication().isEmpty()
                && context.stage() == Stage.GENERAL;
    }
}
