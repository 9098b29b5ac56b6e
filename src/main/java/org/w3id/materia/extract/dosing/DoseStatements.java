package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Evidence;
import org.w3id.materia.extract.Extent;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.Route;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.model.SourceSpan;

/** Makes statements out of what a sentence and its context say. */
final class DoseStatements {
    private DoseStatements() {}

    /** The reading with what the context adds, but for the route. */
    static DoseStatement of(Statement statement, DoseReading r, Context context, Product product, String source) {
        return new DoseStatement(
                Context.refined(context.groups(), r.groups()),
                context.indication(),
                r.stage() == Stage.GENERAL ? context.stage() : r.stage(),
                Optional.empty(),
                r.amount(),
                r.schedule().or(() -> r.amount().flatMap(a -> context.schedule())),
                r.course(),
                r.administration(),
                r.asNeeded(),
                r.maximumPerPeriod(),
                r.maximumPerAdministration(),
                r.ingredient().or(() -> product.ingredientNamed(statement)),
                statement.text().text(),
                statement.evidence(source));
    }

    /** The statement, each administration of which takes that long. */
    static DoseStatement over(DoseStatement s, Extent administration) {
        return new DoseStatement(
                s.groups(),
                s.indication(),
                s.stage(),
                s.route(),
                s.amount(),
                s.schedule(),
                s.course(),
                Optional.of(administration),
                s.asNeeded(),
                s.maximumPerPeriod(),
                s.maximumPerAdministration(),
                s.ingredient(),
                s.text(),
                s.evidence());
    }

    /** The sentence as text alone. */
    static DoseStatement text(Statement statement, Stage stage, Context context, Product product, String source) {
        return new DoseStatement(
                context.groups(),
                context.indication(),
                stage,
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
                statement.evidence(source));
    }

    /** The statement, by a route. */
    static DoseStatement by(DoseStatement s, Route route) {
        return new DoseStatement(
                s.groups(),
                s.indication(),
                s.stage(),
                Optional.of(route),
                s.amount(),
                s.schedule(),
                s.course(),
                s.administration(),
                s.asNeeded(),
                s.maximumPerPeriod(),
                s.maximumPerAdministration(),
                s.ingredient(),
                s.text(),
                s.evidence());
    }

    /** The statement for other patients, on the evidence of the sentence that refers to it. */
    static DoseStatement repeated(DoseStatement s, List<PatientGroup> groups, Statement reference, String source) {
        return new DoseStatement(
                groups,
                s.indication(),
                s.stage(),
                s.route(),
                s.amount(),
                s.schedule(),
                s.course(),
                s.administration(),
                s.asNeeded(),
                s.maximumPerPeriod(),
                s.maximumPerAdministration(),
                s.ingredient(),
                reference.text().text(),
                reference.evidence(source));
    }

    /** The statement with the timings of a later sentence, on the evidence of both; itself where they add nothing. */
    static List<DoseStatement> completed(
            DoseStatement s, List<Continuation.Timing> timings, SourceSpan span, String source) {
        List<Continuation.Timing> news = timings.stream()
                .filter(t -> s.amount().isPresent())
                .filter(t -> t.schedule().isPresent()
                        ? s.schedule().isEmpty()
                        : s.course().isEmpty())
                .toList();
        return news.isEmpty()
                ? List.of(s)
                : news.stream().map(t -> completed(s, t, span, source)).toList();
    }

    private static DoseStatement completed(DoseStatement s, Continuation.Timing t, SourceSpan span, String source) {
        Evidence evidence = Evidence.of(source, span, s.evidence().section());
        return new DoseStatement(
                s.groups(),
                s.indication(),
                s.stage() == Stage.GENERAL ? t.stage() : s.stage(),
                s.route(),
                s.amount(),
                s.schedule().or(t::schedule),
                s.course().or(t::course),
                s.administration(),
                s.asNeeded() || t.asNeeded(),
                s.maximumPerPeriod(),
                s.maximumPerAdministration(),
                s.ingredient(),
                s.text(),
                evidence);
    }
}
