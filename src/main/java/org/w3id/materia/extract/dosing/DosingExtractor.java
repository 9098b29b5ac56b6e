package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Evidence;
import org.w3id.materia.extract.Ingredient;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.Route;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/**
 * The dose statements of a monograph: those that can be computed from anywhere but the list of side effects, and the other
 * sentences of the Dosage section as text alone.
 */
public final class DosingExtractor {
    private final String source;
    private final Product product;
    private final Substances substances;
    private final List<RouteParser.Named> usualRoute;

    private DosingExtractor(Monograph monograph, List<Statement> statements, Product product) {
        this.source = monograph.source().text();
        this.product = product;
        this.substances = Substances.of(
                product.ingredients().stream().map(Ingredient::name).toList());
        this.usualRoute = UsualRoute.of(statements, substances);
    }

    /** The statements in the order of the text. */
    public static List<DoseStatement> extract(Monograph monograph, List<Statement> statements, Product product) {
        DosingExtractor extractor = new DosingExtractor(monograph, statements, product);
        return statements.stream().flatMap(s -> extractor.of(s).stream()).toList();
    }

    private List<DoseStatement> of(Statement statement) {
        boolean sentence =
                statement.role() == Role.SENTENCE || statement.role() == Role.LEAD_IN || statement.role() == Role.CELL;
        SectionKind section = statement.section().kind();
        if (!sentence || section == SectionKind.SIDE_EFFECTS) {
            return List.of();
        }
        Context context = Context.of(statement, substances);
        List<DoseReading> readings = new SentenceReader(statement.text().text(), substances).doses();
        if (readings.isEmpty()) {
            return section == SectionKind.DOSAGE ? List.of(asText(statement, context)) : List.of();
        }
        List<DoseStatement> statements = new ArrayList<>();
        for (DoseReading reading : readings) {
            List<Route> routes = routes(reading, context);
            for (Route route : routes) {
                statements.add(statement(statement, reading, context, Optional.of(route)));
            }
            if (routes.isEmpty()) {
                statements.add(statement(statement, reading, context, Optional.empty()));
            }
        }
        return statements;
    }

    /** A route by name in the sentence, else in the labels above it, else the section's; a form or site is weaker than each. */
    private List<Route> routes(DoseReading reading, Context context) {
        List<List<RouteParser.Named>> places = List.of(reading.routes(), context.routes(), usualRoute);
        for (int strength = 2; strength >= 0; strength--) {
            int least = strength;
            for (List<RouteParser.Named> place : places) {
                List<Route> routes = place.stream()
                        .filter(r -> r.strength() == least)
                        .map(RouteParser.Named::route)
                        .distinct()
                        .toList();
                if (!routes.isEmpty()) {
                    return routes;
                }
            }
        }
        return List.of();
    }

    private DoseStatement statement(Statement statement, DoseReading r, Context context, Optional<Route> route) {
        List<PatientGroup> groups = Context.refined(context.groups(), r.groups());
        return new DoseStatement(
                groups,
                context.indication(),
                r.stage() == Stage.GENERAL ? context.stage() : r.stage(),
                route,
                r.amount(),
                r.schedule(),
                r.course(),
                r.administration(),
                r.asNeeded(),
                r.maximumPerPeriod(),
                r.maximumPerAdministration(),
                r.ingredient().or(() -> product.ingredientNamed(statement)),
                statement.text().text(),
                evidence(statement));
    }

    private DoseStatement asText(Statement statement, Context context) {
        return new DoseStatement(
                context.groups(),
                context.indication(),
                Stage.GENERAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                product.ingredientNamed(statement),
                statement.text().text(),
                evidence(statement));
    }

    private Evidence evidence(Statement statement) {
        return statement.evidence(source);
    }
}
