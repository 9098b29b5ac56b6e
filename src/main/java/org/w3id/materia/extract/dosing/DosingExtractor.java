package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.Amount;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.Ingredient;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.Route;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/**
 * The dose statements of a monograph: those that can be computed from anywhere but the list of side effects, and the other
 * sentences of the Dosage section as text alone.
 */
public final class DosingExtractor {
    private final String source;
    private final Product product;
    private final SentenceReaders readers;
    private final RouteChoice routes;
    private final List<DoseStatement> statements = new ArrayList<>();

    /** Where the statements of the last sentence with a dose begin, and the sentence. */
    private int lastDoses;

    private Optional<Statement> lastSentence = Optional.empty();
    private final UsualAdministration usual = new UsualAdministration();

    private DosingExtractor(Monograph monograph, List<Statement> outline, Product product) {
        this.source = monograph.source().text();
        this.product = product;
        this.readers = new SentenceReaders(Substances.of(
                product.ingredients().stream().map(Ingredient::name).toList(), product.synonyms()));
        this.routes = new RouteChoice(UsualRoute.of(outline, readers));
    }

    /** The statements in the order of the text. */
    public static List<DoseStatement> extract(Monograph monograph, List<Statement> outline, Product product) {
        DosingExtractor extractor = new DosingExtractor(monograph, outline, product);
        outline.stream().filter(DosingExtractor::mayStateDoses).forEach(extractor::read);
        return extractor.usual.applied(extractor.statements);
    }

    private static boolean mayStateDoses(Statement statement) {
        boolean sentence =
                statement.role() == Role.SENTENCE || statement.role() == Role.LEAD_IN || statement.role() == Role.CELL;
        return sentence && statement.section().kind() != SectionKind.SIDE_EFFECTS;
    }

    private void read(Statement statement) {
        boolean dosage = statement.section().kind() == SectionKind.DOSAGE;
        if (!dosage && !Tokens.of(statement.text().text()).hasNumber()) {
            return;
        }
        SentenceReader sentence = readers.of(statement.text());
        if (!dosage && !sentence.namesAmount()) {
            return;
        }
        Context context = Context.of(statement, readers);
        List<DoseReading> readings = sentence.doses(context.ceiling());
        if (!dosage && !readings.stream().allMatch(DosingExtractor::isExplicit)) {
            return;
        }
        if (!readings.isEmpty()) {
            lastDoses = statements.size();
            lastSentence = Optional.of(statement);
            readings.forEach(r -> addAll(statement, r, context));
        } else if (dosage && !refers(statement, sentence, context) && !goesOn(statement, sentence)) {
            usual.note(sentence, statement.text().text());
            statements.add(DoseStatements.text(statement, stage(sentence), context, product, source));
        }
    }

    /** A sentence without a dose can still say that it is about premedication. */
    private static DoseStatement.Stage stage(SentenceReader sentence) {
        boolean before = sentence.mentions().stream()
                .anyMatch(
                        m -> m.value() instanceof Mention.OfStage s && s.stage() == DoseStatement.Stage.PREMEDICATION);
        return before ? DoseStatement.Stage.PREMEDICATION : DoseStatement.Stage.GENERAL;
    }

    /** Outside of the Dosage section only an amount with its time, or a ceiling, is taken for an instruction. */
    private static boolean isExplicit(DoseReading reading) {
        boolean application = reading.amount()
                .filter(a -> a.unit().equals("{application}") || a.unit().equals(DoseUnit.PERCENT))
                .isPresent();
        boolean timed = reading.schedule().isPresent()
                || reading.amount().flatMap(Amount::perTime).isPresent()
                || reading.stage() == DoseStatement.Stage.SINGLE;
        return !application && (timed || reading.amount().isEmpty());
    }

    private void addAll(Statement statement, DoseReading reading, Context context) {
        DoseStatement stated = DoseStatements.of(statement, reading, context, product, source);
        List<Route> ways = routes.of(reading, context);
        if (ways.isEmpty()) {
            statements.add(stated);
        }
        ways.forEach(route -> statements.add(DoseStatements.by(stated, route)));
    }

    /** "The dosage for adolescents is the same as for adults." */
    private boolean refers(Statement statement, SentenceReader sentence, Context context) {
        List<PatientGroup> groups = SameDose.groups(sentence, context.groups());
        List<DoseStatement> referred =
                groups.isEmpty() ? List.of() : SameDose.referred(statements, context.indication());
        referred.forEach(r -> statements.add(DoseStatements.repeated(r, groups, statement, source)));
        return !referred.isEmpty();
    }

    /** "This is done twice weekly.": completes the statements of the dose before it, in the same paragraph. */
    private boolean goesOn(Statement statement, SentenceReader sentence) {
        if (lastSentence.isEmpty() || !isSameParagraph(lastSentence.get(), statement)) {
            return false;
        }
        List<Continuation.Timing> timings = Continuation.of(sentence);
        List<DoseStatement> completed = new ArrayList<>();
        List<DoseStatement> last = statements.subList(lastDoses, statements.size());
        SourceSpan span =
                lastSentence.get().text().span().union(statement.text().span());
        for (DoseStatement dose : last) {
            completed.addAll(DoseStatements.completed(dose, timings, span, source));
        }
        if (timings.isEmpty() || completed.equals(last)) {
            return false;
        }
        last.clear();
        statements.addAll(completed);
        return true;
    }

    private boolean isSameParagraph(Statement first, Statement second) {
        int end = first.text().span().end();
        int start = second.text().span().start();
        return end <= start && source.substring(end, start).indexOf('\n') < 0;
    }
}
