package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.dosing.sentence.SentenceReaders;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.monograph.SectionKind;

/**
 * The route that a monograph gives for the medicine as a whole, for doses that neither their own sentence nor a label gives one.
 * Of these the first that holds:
 *
 * <ol>
 *   <li>A sentence about the medicine that states no dose: "Docetaxel is given intravenously over one hour." It governs what stands
 *       under the labels that it stands under itself, the whole section where these name no patients and no condition; where another
 *       route is named there anywhere, it governs nothing, unless it leaves the choice of injections, or says what is usual and the
 *       others are exceptions.
 *   <li>The one way that the part on administration names.
 *   <li>The one route that the sections on names and use name ("Xamplin tablets").
 *   <li>By mouth, where the whole monograph knows no other way, and tells of nothing that is injected, applied or dropped. An oral
 *       dose is often told without its route, others are not: so no other route is given on from one dose to the next.
 * </ol>
 */
final class IntroducedRoute {
    private static final int BY_SITE = 1;

    /** "Testol is available in tablet form": the product has no other form, whatever label this stands under. */
    private static final Phrases<Boolean> AVAILABLE = Phrases.words("""
            available as | available in | comes as | comes in | supplied as | formulated as | marketed as | provided as |
            taken in | administered in | administered as | given as | taken as | usually taken in""");

    /** Words of other ways than by mouth, besides the routes themselves. */
    private static final Phrases<Boolean> OTHER_WAYS = Phrases.words("""
        inject | injected | injecting | injection | injections | injectable | infuse | infused | infusion | infusions | parenteral |
        parenterally | bolus | syringe | syringes | pen | ampoule | ampoules | ampule | ampules | apply | applied |
        applying | application | applications | instil | instill | instilled | drop | drops | spray | sprays | patch | patches | implant |
        implants | gel | cream | ointment | lotion | puff | puffs | inhale | inhaled | insert | inserted | gargle | rinse | mouthwash |
        shampoo | pessary | pessaries | suppository | suppositories | enema | enemas | nebulized | nebulised\
        """);

    private static final Set<SectionKind> OF_NO_USE =
            EnumSet.of(SectionKind.SIDE_EFFECTS, SectionKind.HOW_IT_WORKS, SectionKind.OTHER);

    /** Ways that the same doses are given by, where a text leaves the choice between them. */
    private static final Set<Route> INJECTIONS = EnumSet.of(Route.INTRAVENOUS, Route.INTRAMUSCULAR, Route.SUBCUTANEOUS);

    /** "Testol is typically given by mouth": other ways are the exception. */
    private static final Phrases<Boolean> TYPICALLY = Phrases.words("""
            typically | usually | generally | normally | commonly | always | primarily | mainly | mostly | most commonly | most often |
            typical""");

    /** How an exception is told. */
    private static final Phrases<Boolean> EXCEPTIONALLY = Phrases.words("""
            may be | might be | can be | in cases of | in case of | in some cases | if | unable | cannot | other routes |
            alternative | rarely | reserved for""");

    /** "Intravenously only in emergencies": a way that is kept for something is not how the medicine is given. */
    private static final Phrases<Boolean> KEPT = Phrases.words("""
            only in | only if | only when | only for | only to | only where | only during | only after | reserved for | rarely |
            in exceptional cases""");

    /** Routes, the labels under which they hold, and what of that they do not hold for. */
    private record Introduction(List<Governor> under, List<RouteParser.Named> routes, List<Statement> except) {
        boolean governs(Statement statement) {
            return stands(statement, under) && !except.contains(statement);
        }
    }

    private final SentenceReaders readers;
    private final List<Statement> section;
    private final IdentityHashMap<Statement, List<RouteParser.Named>> own = new IdentityHashMap<>();
    private final List<Introduction> introductions = new ArrayList<>();

    private IntroducedRoute(List<Statement> outline, SentenceReaders readers) {
        this.readers = readers;
        this.section = outline.stream()
                .filter(s -> s.section().kind() == SectionKind.DOSAGE)
                .toList();
    }

    /**
     * What a monograph says of its routes.
     *
     * @param stated the routes that the sections on names and use name for the medicine
     */
    static IntroducedRoute in(List<Statement> outline, SentenceReaders readers, List<Route> stated) {
        IntroducedRoute finder = new IntroducedRoute(outline, readers);
        finder.section.stream().filter(s -> s.role() == Role.SENTENCE).forEach(finder::introduce);
        finder.administration();
        List<Route> named = finder.named(List.of());
        if (stated.size() == 1 && stated.containsAll(named)) {
            finder.forAll(stated.get(0));
        }
        if (named.equals(List.of(Route.ORAL))
                && List.of(Route.ORAL).containsAll(stated)
                && outline.stream().noneMatch(finder::tellsOfAnotherWay)) {
            finder.forAll(Route.ORAL);
        }
        return finder;
    }

    /** The routes that hold for a statement: none, one, or the injections that the text leaves to choose from. */
    List<RouteParser.Named> of(Statement statement) {
        return introductions.stream()
                .filter(i -> i.governs(statement))
                .map(Introduction::routes)
                .findFirst()
                .orElse(List.of());
    }

    private void forAll(Route route) {
        introductions.add(new Introduction(List.of(), List.of(RouteParser.Named.byName(route)), List.of()));
    }

    private static boolean stands(Statement statement, List<Governor> under) {
        List<Governor> governors = statement.governors();
        return governors.size() >= under.size()
                && governors.subList(0, under.size()).equals(under);
    }

    /** The routes of this medicine that a statement names, forms included, sites not. */
    private List<RouteParser.Named> own(Statement statement) {
        return own.computeIfAbsent(statement, this::ownOf);
    }

    private List<RouteParser.Named> ownOf(Statement statement) {
        boolean another =
                statement.governors().stream().anyMatch(g -> LabelSubject.isOfAnother(readers.of(g.text()), false));
        if (another || isDeniedLabel(statement)) {
            return List.of();
        }
        return OwnRoutes.in(readers.of(statement.text())).stream()
                .filter(r -> r.strength() != BY_SITE)
                .toList();
    }

    private boolean isDeniedLabel(Statement label) {
        return label.role() == Role.LABEL
                && section.stream()
                        .filter(s -> s.role() == Role.SENTENCE)
                        .filter(s -> s.governors().stream().anyMatch(g -> g.text() == label.text()))
                        .findFirst()
                        .filter(s -> OwnRoutes.deniesItsLabel(readers.of(s.text())))
                        .isPresent();
    }

    private Stream<RouteParser.Named> allUnder(List<Governor> scope) {
        return section.stream().filter(s -> stands(s, scope)).flatMap(s -> own(s).stream());
    }

    /** The routes named under labels by their names, each once. */
    private List<Route> named(List<Governor> scope) {
        return allUnder(scope)
                .filter(RouteParser.Named::isByName)
                .map(RouteParser.Named::route)
                .distinct()
                .toList();
    }

    private void introduce(Statement sentence) {
        boolean kept = readers.of(sentence.text()).tokens().any(KEPT);
        if (own(sentence).isEmpty() || kept || !isAboutTheMedicine(sentence)) {
            return;
        }
        boolean one =
                allUnder(List.of()).map(RouteParser.Named::route).distinct().count() == 1;
        boolean product = one && readers.of(sentence.text()).tokens().any(AVAILABLE);
        List<Governor> wide = product || isGeneral(sentence) ? List.of() : sentence.governors();
        for (List<Governor> scope : List.of(wide, sentence.governors())) {
            Optional<Introduction> introduction = usual(sentence, scope).or(() -> only(sentence, scope));
            if (introduction.isPresent()) {
                introductions.add(introduction.get());
                return;
            }
        }
    }

    /** The one route under these labels, or the injections between which the sentence leaves the choice. */
    private Optional<Introduction> only(Statement sentence, List<Governor> scope) {
        List<Route> named = named(scope);
        List<RouteParser.Named> told = own(sentence).stream().distinct().toList();
        Tokens tokens = readers.of(sentence.text()).tokens();
        boolean general = INJECTIONS.containsAll(named(List.of()))
                || INJECTIONS.containsAll(named) && tokens.any(TYPICALLY) && !tokens.any(EXCEPTIONALLY);
        boolean choice =
                general && told.stream().map(RouteParser.Named::route).toList().containsAll(named);
        List<RouteParser.Named> routes = named.size() > 1 && choice
                ? named.stream().map(RouteParser.Named::byName).toList()
                : told.stream()
                        .filter(r -> named.isEmpty() || named.equals(List.of(r.route())))
                        .limit(1)
                        .toList();
        return Optional.of(new Introduction(scope, routes, List.of()))
                .filter(i -> !i.routes().isEmpty());
    }

    /**
     * The route that the sentence says is usual, where all others are told, without a dose, as exceptions from it. What follows an
     * exception in its paragraph may be told of that.
     */
    private Optional<Introduction> usual(Statement sentence, List<Governor> scope) {
        List<RouteParser.Named> told = own(sentence).stream()
                .filter(RouteParser.Named::isByName)
                .distinct()
                .toList();
        if (told.size() != 1 || !readers.of(sentence.text()).tokens().any(TYPICALLY)) {
            return Optional.empty();
        }
        List<Statement> exceptions = section.stream()
                .filter(s -> stands(s, scope))
                .filter(s -> own(s).stream().anyMatch(r -> r.isByName() && !r.equals(told.get(0))))
                .toList();
        List<Statement> behind = section.stream()
                .filter(s -> exceptions.stream().anyMatch(e -> e.governors().equals(s.governors()) && isBefore(e, s)))
                .toList();
        return exceptions.stream().allMatch(this::isException)
                ? Optional.of(new Introduction(scope, told, behind))
                : Optional.empty();
    }

    private boolean isBefore(Statement first, Statement second) {
        return section.indexOf(first) < section.indexOf(second);
    }

    private boolean isException(Statement statement) {
        return statement.role() == Role.SENTENCE
                && isWithoutDose(statement)
                && readers.of(statement.text()).tokens().any(EXCEPTIONALLY);
    }

    private boolean isWithoutDose(Statement statement) {
        return readers.of(statement.text()).mentions().all().stream()
                .noneMatch(m -> m.value() instanceof Mention.OfDose);
    }

    /** Whether the labels above name no patients, no condition and no part of the treatment. */
    private boolean isGeneral(Statement statement) {
        Context context = Context.of(statement, readers);
        return context.groups().isEmpty() && context.indication().isEmpty() && context.stage() == Stage.GENERAL;
    }

    private boolean isAboutTheMedicine(Statement statement) {
        return readers.of(statement.text()).mentions().all().stream()
                .map(Reading::value)
                .noneMatch(m -> m instanceof Mention.OfDose
                        || m instanceof Mention.OfGroup
                        || m instanceof Mention.OfIndication
                        || m instanceof Mention.OfName name && (name.isOtherDrug() || name.isDisease()));
    }

    /** The part on administration ("Slow i.v. injection over 3 minutes") tells how all doses are given. */
    private void administration() {
        List<Route> ways = section.stream()
                .filter(s -> s.topic() == Topic.ADMINISTRATION && isGeneral(s))
                .flatMap(s -> own(s).stream())
                .filter(RouteParser.Named::isByName)
                .map(RouteParser.Named::route)
                .distinct()
                .toList();
        if (ways.size() == 1 && ways.equals(named(List.of()))) {
            forAll(ways.get(0));
        }
    }

    private boolean tellsOfAnotherWay(Statement statement) {
        if (OF_NO_USE.contains(statement.section().kind()) || statement.topic() == Topic.INTERACTION) {
            return false;
        }
        SentenceReader sentence = readers.of(statement.text());
        return !OwnRoutes.in(sentence, OTHER_WAYS).isEmpty()
                || OwnRoutes.in(sentence).stream().anyMatch(r -> r.route() != Route.ORAL);
    }
}
