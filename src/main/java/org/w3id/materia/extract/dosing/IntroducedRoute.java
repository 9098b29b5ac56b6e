package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Route;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Governor;
import org.w3id.materia.extract.Statement.Role;

/**
 * The route that a section gives for the medicine as a whole: "Docetaxel is given intravenously over one hour." Such a
 * sentence states no dose and is for nobody and nothing in particular. It governs what stands under the labels that it
 * stands under itself, the whole section where these name no patients and no condition; where the section names another
 * route anywhere, none does. Without such a sentence it is the one route that the sections on names, use and dosage name at
 * all ("Xamplin tablets").
 */
final class IntroducedRoute {
    private static final int BY_SITE = 1;

    /** "Testol is available in tablet form": the product has no other form, whatever label this stands under. */
    private static final Phrases<Boolean> AVAILABLE = Phrases.words("""
            available as | available in | comes as | comes in | supplied as | formulated as | marketed as | provided as |
            taken in | administered in | administered as | given as | taken as | usually taken in""");

    /** A route and the labels under which it holds. */
    private record Introduction(List<Governor> under, RouteParser.Named route) {
        boolean governs(Statement statement) {
            List<Governor> governors = statement.governors();
            return governors.size() >= under.size()
                    && governors.subList(0, under.size()).equals(under);
        }
    }

    private final SentenceReaders readers;
    private final List<Introduction> introductions = new ArrayList<>();

    private IntroducedRoute(SentenceReaders readers) {
        this.readers = readers;
    }

    /**
     * What a section says of its routes.
     *
     * @param stated the routes that the text names for the medicine
     */
    static IntroducedRoute in(List<Statement> section, SentenceReaders readers, List<Route> stated) {
        IntroducedRoute finder = new IntroducedRoute(readers);
        List<RouteParser.Named> all = section.stream()
                .flatMap(finder::routes)
                .filter(r -> r.strength() != BY_SITE)
                .toList();
        List<Route> named = all.stream()
                .filter(RouteParser.Named::isByName)
                .map(RouteParser.Named::route)
                .distinct()
                .toList();
        if (named.size() <= 1) {
            boolean one = all.stream().map(RouteParser.Named::route).distinct().count() == 1;
            section.stream().filter(s -> s.role() == Role.SENTENCE).forEach(s -> finder.introduce(s, named, one));
        }
        if (stated.size() == 1 && stated.containsAll(named)) {
            // Last, so that what a sentence says goes before it.
            finder.introductions.add(new Introduction(List.of(), RouteParser.Named.byName(stated.get(0))));
        }
        return finder;
    }

    /** The route that holds for a statement, as a list of none or one. */
    List<RouteParser.Named> of(Statement statement) {
        return introductions.stream()
                .filter(i -> i.governs(statement))
                .map(Introduction::route)
                .limit(1)
                .toList();
    }

    private void introduce(Statement sentence, List<Route> named, boolean one) {
        routes(sentence)
                .filter(r -> r.strength() != BY_SITE && (named.isEmpty() || named.contains(r.route())))
                .limit(1)
                .filter(r -> isAboutTheMedicine(sentence))
                .filter(r -> isOfTheProduct(sentence, one)
                        || !Context.of(sentence, readers).foreign())
                .forEach(r -> introductions.add(new Introduction(scope(sentence, one), r)));
    }

    private Stream<RouteParser.Named> routes(Statement statement) {
        return routes(readers.of(statement.text()).tokens());
    }

    /** All routes that a text names, in order. */
    static Stream<RouteParser.Named> routes(Tokens tokens) {
        Stream.Builder<RouteParser.Named> routes = Stream.builder();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Reading<RouteParser.Named>> route = RouteParser.ROUTE.parse(tokens, at);
            route.map(Reading::value).ifPresent(routes::add);
            at = route.map(Reading::to).orElse(at + 1);
        }
        return routes.build();
    }

    private List<Governor> scope(Statement sentence, boolean one) {
        Context context = Context.of(sentence, readers);
        boolean general =
                context.groups().isEmpty() && context.indication().isEmpty() && context.stage() == Stage.GENERAL;
        return general || isOfTheProduct(sentence, one) ? List.of() : sentence.governors();
    }

    private boolean isOfTheProduct(Statement sentence, boolean one) {
        return one && readers.of(sentence.text()).tokens().any(AVAILABLE);
    }

    private boolean isAboutTheMedicine(Statement statement) {
        SentenceReader sentence = readers.of(statement.text());
        boolean particular = sentence.mentions().all().stream()
                .map(Reading::value)
                .anyMatch(m -> m instanceof Mention.OfDose
                        || m instanceof Mention.OfGroup
                        || m instanceof Mention.OfIndication
                        || m instanceof Mention.OfName name && (name.isOtherDrug() || name.isDisease()));
        return !particular && !isDenied(sentence);
    }

    /** A denial outside of the phrases that change nothing ("with or without food"). */
    private static boolean isDenied(SentenceReader sentence) {
        for (Reading<Mention> mention : sentence.mentions().all()) {
            boolean inert = mention.value() instanceof Mention.OfInert;
            for (int t = mention.from(); !inert && t < mention.to(); t++) {
                if (RemarkParser.NEVER.at(sentence.tokens(), t)) {
                    return true;
                }
            }
        }
        return false;
    }
}
