package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.Amount;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.DoseStatement.Dose;
import org.w3id.materia.extract.DoseStatement.Maximum;
import org.w3id.materia.extract.DoseStatement.Scope;
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
        Dose dose = new Dose(
                r.stage() == Stage.GENERAL ? context.stage() : r.stage(),
                Optional.empty(),
                r.amount(),
                r.schedule().or(() -> r.amount().flatMap(a -> context.schedule())),
                r.course(),
                r.administration(),
                r.asNeeded(),
                Optional.empty());
        List<PatientGroup> groups = Context.refined(context.groups(), r.groups());
        Scope scope = scope(groups, context, statement, r.ingredient().or(() -> product.ingredientNamed(statement)));
        return new DoseStatement(
                scope, dose, maxima(r), statement.text().text(), List.of(), statement.evidence(source));
    }

    private static Scope scope(
            List<PatientGroup> groups, Context context, Statement statement, Optional<String> ingredient) {
        List<String> path =
                statement.governors().stream().map(g -> g.text().text().strip()).toList();
        return new Scope(groups, context.indication(), path, List.of(), ingredient);
    }

    private static List<Maximum> maxima(DoseReading r) {
        List<Maximum> maxima = new ArrayList<>();
        r.maximumPerPeriod().ifPresent(a -> maxima.add(maximum(a, a.perTime().or(() -> Optional.of("d")))));
        r.maximumPerAdministration().ifPresent(a -> maxima.add(maximum(a, Optional.empty())));
        return maxima;
    }

    private static Maximum maximum(Amount a, Optional<String> unit) {
        Amount most = new Amount(a.low(), a.high(), a.unit(), a.perBody(), Optional.empty());
        Optional<BigDecimal> one = Optional.of(BigDecimal.ONE);
        return new Maximum(most, unit.map(u -> new Extent(one, one, u)));
    }

    /** The statement, each administration of which takes that long. */
    static DoseStatement over(DoseStatement s, Extent administration) {
        Dose d = s.dose();
        return s.giving(new Dose(
                d.stage(),
                d.route(),
                d.amount(),
                d.schedule(),
                d.course(),
                Optional.of(administration),
                d.asNeeded(),
                d.sequence()));
    }

    /** The sentence as text alone. */
    static DoseStatement text(Statement statement, Stage stage, Context context, Product product, String source) {
        return new DoseStatement(
                scope(context.groups(), context, statement, product.ingredientNamed(statement)),
                Dose.NONE.withStage(stage),
                List.of(),
                statement.text().text(),
                List.of(),
                statement.evidence(source));
    }

    /** The statement, by a route. */
    static DoseStatement by(DoseStatement s, Route route) {
        return s.giving(s.dose().withRoute(route));
    }

    /** The statement for other patients, on the evidence of the sentence that refers to it. */
    static DoseStatement repeated(DoseStatement s, List<PatientGroup> groups, Statement reference, String source) {
        return new DoseStatement(
                s.scope().withGroups(groups),
                s.dose(),
                s.maxima(),
                reference.text().text(),
                List.of(),
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
        Dose dose = new Dose(
                s.stage() == Stage.GENERAL ? t.stage() : s.stage(),
                s.route(),
                s.amount(),
                s.schedule().or(t::schedule),
                s.course().or(t::course),
                s.administration(),
                s.asNeeded() || t.asNeeded(),
                Optional.empty());
        return new DoseStatement(s.scope(), dose, s.maxima(), s.text(), List.of(), evidence);
    }
}
