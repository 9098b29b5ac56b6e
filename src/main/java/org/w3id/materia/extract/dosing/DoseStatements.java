package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.dosing.sentence.DoseReading;
import org.w3id.materia.extract.dosing.sentence.PatientGroupMerge;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Dose;
import org.w3id.materia.extract.fact.DoseStatement.Scope;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.extract.fact.WhyText;
import org.w3id.materia.extract.outline.Statement;

/** Makes statements out of what a sentence and its context say; the only place that makes one with a dose in it. */
final class DoseStatements {
    private final Product product;
    private final OwnNames own;
    private final String source;

    DoseStatements(Product product, OwnNames own, String source) {
        this.product = product;
        this.own = own;
        this.source = source;
    }

    /** The reading with what the context adds, one statement for each route that the text leaves to choose from. */
    List<DoseStatement> of(
            Statement statement, DoseReading reading, Context context, List<RouteParser.Named> introduced) {
        Dose dose = within(context, reading.dose());
        List<PatientGroup> groups = PatientGroupMerge.refined(context.groups(), reading.groups());
        Optional<String> indication = reading.indications().size() == 1
                ? Optional.of(reading.indications().get(0).toLowerCase(Locale.ROOT))
                : context.indication();
        Scope scope = new Scope(
                groups,
                indication,
                context.path(),
                Stream.concat(context.conditions().stream(), reading.conditions().stream())
                        .toList(),
                reading.ingredient().or(() -> own.ingredientOf(statement)));
        DoseStatement stated = new DoseStatement(
                scope,
                dose,
                reading.maxima(),
                statement.text().text(),
                List.of(),
                WhyText.NOTHING,
                statement.evidence(source));
        List<Route> routes = RouteChoice.of(reading.routes(), context.routes(), introduced).stream()
                .filter(r -> !isOfFormAlone(r, reading, context) || !hasOtherPlaces())
                .toList();
        return routes.isEmpty()
                ? List.of(stated)
                : routes.stream().map(r -> stated.giving(dose.withRoute(r))).toList();
    }

    /** Whether a tablet is all that says "by mouth". */
    private static boolean isOfFormAlone(Route route, DoseReading reading, Context context) {
        return route == Route.ORAL
                && Stream.concat(reading.routes().stream(), context.routes().stream())
                        .noneMatch(n -> n.route() == Route.ORAL && n.strength() == 2);
    }

    /** Whether the product is one whose tablets may not be swallowed. */
    private boolean hasOtherPlaces() {
        return product.routes().stream()
                .map(Product.Stated::value)
                .anyMatch(r -> r == Route.SUBLINGUAL || r == Route.BUCCAL || r == Route.VAGINAL);
    }

    /**
     * A single dose under a label that says more is that: "Loading dose: a single dose of 60 mg". Of the steps of a sentence such a label
     * names the first: "Initial dose: 5 mg, then 2 mg daily".
     */
    private static Stage stage(Context context, Dose d) {
        boolean later = d.sequence().filter(s -> s > 1).isPresent();
        if (later && (context.stage() == Stage.INITIAL || context.stage() == Stage.LOADING)) {
            return d.stage();
        }
        boolean once = d.stage() == Stage.SINGLE;
        boolean part = context.stage() == Stage.LOADING || context.stage() == Stage.PREMEDICATION;
        boolean repeated = d.schedule().isEmpty() && context.schedule().isPresent();
        return d.stage() == Stage.GENERAL || once && (part || repeated) ? context.stage() : d.stage();
    }

    private static Dose within(Context context, Dose d) {
        Optional<Schedule> schedule = d.amount().isPresent() ? d.schedule().or(context::schedule) : d.schedule();
        return new Dose(
                stage(context, d),
                d.route(),
                d.amount(),
                schedule,
                d.course().or(context::course),
                d.administration(),
                d.asNeeded(),
                d.sequence());
    }

    /** The dose of another statement, for whom and for what the sentence that refers to it says. */
    static DoseStatement referred(DoseStatement dose, Scope scope, DoseStatement text) {
        return new DoseStatement(
                scope, dose.dose(), dose.maxima(), text.text(), List.of(), WhyText.NOTHING, text.evidence());
    }

    /** A dose with the words of a sentence that completes it behind its own. */
    static DoseStatement completed(DoseStatement dose, String text) {
        return new DoseStatement(
                dose.scope(), dose.dose(), dose.maxima(), text, dose.unread(), dose.whyText(), dose.evidence());
    }

    /** The sentence as text alone, with what of it was not read. */
    DoseStatement text(Statement statement, Stage stage, Context context, Left left) {
        Scope scope = new Scope(
                context.groups(), context.indication(), context.path(), List.of(), own.ingredientOf(statement));
        return new DoseStatement(
                scope,
                Dose.NONE.withStage(stage),
                List.of(),
                statement.text().text(),
                left.unread(),
                left.unread().isEmpty() ? left.why() : WhyText.NOTHING,
                statement.evidence(source));
    }

    /** What keeps a sentence from being a dose: words that were not read, or else a reason. */
    record Left(List<String> unread, WhyText why) {}
}
