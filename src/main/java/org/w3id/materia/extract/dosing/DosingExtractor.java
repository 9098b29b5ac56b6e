package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.dosing.DoseStatements.Left;
import org.w3id.materia.extract.dosing.grammar.NumberStyle;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.sentence.Referral;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.dosing.sentence.SentenceReaders;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.WhyText;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/**
 * The dose statements of a monograph: the sentences of its Dosage section, those that were read whole with their doses,
 * the others as text alone. Amounts elsewhere (in interactions, effects, questions) are no instruction to give this drug.
 */
public final class DosingExtractor {
    /** Doses of one sentence or row; more, and it is no direction that anybody could follow, and stays text. The most known are 6. */
    private static final int MOST_OF_SENTENCE = 24;

    /** Statements of a monograph up to which doses are computed; behind them all stays text. The most known are 46. */
    private static final int MOST_OF_MONOGRAPH = 1_000;

    private final String source;
    private final DoseStatements statements;
    private final SentenceReaders readers;
    private final List<Completions.Read> reads = new ArrayList<>();
    private int count;
    private final List<Referring> referring = new ArrayList<>();
    private final IntroducedRoute introduced;

    /** A statement that names whose dose it is, with the text that stands for it until that is found. */
    private record Referring(Statement statement, Referral referral, DoseStatement text) {}

    private DosingExtractor(
            Monograph monograph, List<Statement> outline, Product product, OwnNames own, List<Indication> indications) {
        this.source = monograph.source().text();
        this.statements = new DoseStatements(product, own, source);
        Substances substances = Substances.of(
                own, indications.stream().map(Indication::condition).toList());
        this.readers = new SentenceReaders(substances, NumberStyle.of(source));
        this.introduced = IntroducedRoute.in(
                outline,
                readers,
                product.routes().stream()
                        .filter(r -> r.evidence().section() != SectionKind.DOSAGE)
                        .map(Product.Stated::value)
                        .toList());
    }

    /** The statements in the order of the text. */
    public static List<DoseStatement> extract(
            Monograph monograph, List<Statement> outline, Product product, OwnNames own, List<Indication> indications) {
        List<Statement> section = outline.stream()
                .filter(s -> s.section().kind() == SectionKind.DOSAGE)
                .toList();
        DosingExtractor extractor = new DosingExtractor(monograph, outline, product, own, indications);
        section.stream().filter(DosingExtractor::mayStateDoses).forEach(s -> extractor.add(s, extractor.read(s)));
        return List.copyOf(extractor.refer(Completions.complete(extractor.reads, extractor.readers, extractor.source)));
    }

    private void add(Statement statement, List<DoseStatement> doses) {
        reads.add(new Completions.Read(statement, doses));
        count += doses.size();
    }

    /** Puts the doses to which a sentence refers in its place: they may stand before or behind it. */
    private List<DoseStatement> refer(List<DoseStatement> stated) {
        if (referring.isEmpty()) {
            return stated;
        }
        List<DoseStatement> statements = new ArrayList<>(stated);
        ReferredDoses doses = new ReferredDoses(statements, readers);
        for (Referring r : referring) {
            List<DoseStatement> meant = doses.of(r.statement(), r.referral(), r.text());
            if (!meant.isEmpty() && !areTooMany(meant.size())) {
                int at = statements.indexOf(r.text());
                statements.remove(at);
                statements.addAll(at, meant);
                count += meant.size();
            }
        }
        return statements;
    }

    private static boolean mayStateDoses(Statement statement) {
        return statement.role() == Role.SENTENCE || statement.role() == Role.LEAD_IN || statement.role() == Role.ROW;
    }

    /** Parts of the section in which an amount is no instruction. */
    private static final Set<Topic> ELSEWHERE = EnumSet.of(
            Topic.INTERACTION,
            Topic.EFFECT,
            Topic.OVERDOSE,
            Topic.MISSED_DOSE,
            Topic.COMPOSITION,
            Topic.STORAGE,
            Topic.MECHANISM,
            Topic.NOT_USE,
            Topic.QUESTION);

    private List<DoseStatement> read(Statement statement) {
        if (statement.role() == Role.ROW) {
            return readRow(statement);
        }
        SentenceReader sentence = readers.of(statement.text());
        Context context = Context.of(statement, readers);
        if (!sentence.mayStateDose() || sentence.referral().isPresent()) {
            Left left = new Left(List.of(), sentence.referral().isPresent() ? WhyText.REFERENCE : WhyText.NO_DOSE);
            DoseStatement text = statements.text(statement, stage(sentence), context, left);
            sentence.referral()
                    .filter(r -> !context.foreign() && !ELSEWHERE.contains(statement.topic()))
                    .ifPresent(r -> referring.add(new Referring(statement, r, text)));
            return List.of(text);
        }
        SentenceReader.Outcome outcome = sentence.read(context.ceiling());
        if (outcome.doses().isEmpty()
                || areTooMany(outcome.doses().size())
                || context.foreign()
                || !mayInstruct(statement, outcome)) {
            Left left = new Left(
                    outcome.unread(), why(statement, context, outcome.doses().size()));
            return List.of(statements.text(statement, stage(sentence), context, left));
        }
        return outcome.doses().stream()
                .flatMap(r -> statements.of(statement, r, context, introduced.of(statement)).stream())
                .toList();
    }

    /** Why a statement in which so many doses were read gives none. */
    private WhyText why(Statement statement, Context context, int doses) {
        if (context.foreign()) {
            return WhyText.OTHER_MEDICINE;
        }
        if (ELSEWHERE.contains(statement.topic())) {
            return WhyText.ELSEWHERE;
        }
        return areTooMany(doses) ? WhyText.TOO_MANY : WhyText.NO_DOSE;
    }

    private boolean areTooMany(int doses) {
        return doses > MOST_OF_SENTENCE || count + doses > MOST_OF_MONOGRAPH;
    }

    /** Under a label about other medicines only a maximum is one of this drug ("With amiodarone: at most 20 mg daily"). */
    private static boolean mayInstruct(Statement statement, SentenceReader.Outcome outcome) {
        boolean limits = statement.topic() == Topic.INTERACTION
                && outcome.doses().stream().allMatch(d -> d.dose().amount().isEmpty());
        return limits || !ELSEWHERE.contains(statement.topic());
    }

    /** A row is one statement; what of it states a dose does so by itself, and a row that states none stays text. */
    private List<DoseStatement> readRow(Statement row) {
        List<DoseStatement> stated = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        boolean company = row.topic() == Topic.INTERACTION && RowReader.isOfCompany(row, readers);
        List<RowReader.RowDose> doses =
                ELSEWHERE.contains(row.topic()) && !company ? List.of() : RowReader.read(row, readers);
        for (RowReader.RowDose dose : doses) {
            unread.addAll(dose.outcome().unread());
            if (!dose.context().foreign()) {
                dose.outcome().doses().forEach(r -> statements
                        .of(row, r, dose.context(), introduced.of(row))
                        .forEach(stated::add));
            }
        }
        if (!stated.isEmpty() && !areTooMany(stated.size())) {
            return stated;
        }
        Context context = Context.of(row, readers);
        Left left = new Left(unread, why(row, context, stated.size()));
        return List.of(statements.text(row, Stage.GENERAL, context, left));
    }

    /** A sentence without a dose can still say that it is about premedication. */
    private static Stage stage(SentenceReader sentence) {
        return sentence.isAboutPremedication() ? Stage.PREMEDICATION : Stage.GENERAL;
    }
}
