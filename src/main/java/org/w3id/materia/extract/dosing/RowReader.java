package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.rhythm.CourseParser;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.dosing.sentence.SentenceReaders;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Cell;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.Passage;

/**
 * Reads the row of a dose table: each cell fills the slot that the head of its column names. Every column of doses gives a sentence
 * of its own, of the dose and what the row says of its rhythm, length and maximum; the other cells are labels above it.
 */
final class RowReader {
    /** A dose of the row, with what governs it. */
    record RowDose(Context context, SentenceReader.Outcome outcome) {}

    private static final Phrases<Boolean> EMPTY = Phrases.words("- | none | n / a | any");

    private static final Pattern POINTS =
            Pattern.compile("(?=.*(?:,|and))\\d+(?:,? (?:and |to )?\\d+)+ (?:days|weeks|months)");

    private final Statement row;
    private final SentenceReaders readers;
    private final List<ColumnKind> kinds = new ArrayList<>();

    private RowReader(Statement row, SentenceReaders readers) {
        this.row = row;
        this.readers = readers;
        for (Cell cell : row.cells()) {
            kinds.add(cell.head().map(h -> kind(readers.of(h), cell)).orElse(ColumnKind.UNKNOWN));
        }
    }

    /** Under "CrCl 30 to 60 mL/min" or "Children" stand doses of these patients, under "CrCl (mL/min)" the patients. */
    private ColumnKind kind(SentenceReader head, Cell cell) {
        ColumnKind kind = ColumnKind.of(head);
        boolean patients = kind == ColumnKind.PATIENTS && has(head, Mention.OfGroup.class);
        SentenceReader words = readers.of(cell.text());
        boolean dose = has(words, Mention.OfDose.class);
        boolean rate = kind == ColumnKind.DURATION && isRate(words.tokens());
        return patients && dose || rate ? ColumnKind.DOSE : kind;
    }

    /** "0.1 units/kg/h": how fast, not how long. */
    private static boolean isRate(Tokens cell) {
        return DoseParser.DOSE
                .parse(cell, 0)
                .filter(d ->
                        d.to() == cell.size() && d.value().first().perTime().isPresent())
                .isPresent();
    }

    private static boolean has(SentenceReader reader, Class<? extends Mention> mention) {
        return reader.mentions().all().stream().anyMatch(m -> mention.isInstance(m.value()));
    }

    /** The doses of a row, with the words that were not read; empty where the table has no column of doses, or is not of this drug. */
    static List<RowDose> read(Statement row, SentenceReaders readers) {
        RowReader reader = new RowReader(row, readers);
        return reader.isUnderstood() ? reader.doses() : List.of();
    }

    /** Whether the rows of the table say what is taken besides, so that its doses are of this drug. */
    static boolean isOfCompany(Statement row, SentenceReaders readers) {
        return new RowReader(row, readers).kinds.contains(ColumnKind.COMPANY);
    }

    /** A column that nobody knows may hold words, which go with the dose, but no numbers. */
    private boolean isUnderstood() {
        if (kinds.contains(ColumnKind.OTHER_DRUG) || !kinds.contains(ColumnKind.DOSE)) {
            return false;
        }
        for (int i = 0; i < kinds.size(); i++) {
            boolean first = i == 0 && !kinds.get(0).equals(ColumnKind.DOSE);
            if (kinds.get(i) == ColumnKind.UNKNOWN && !first && tokens(i).hasNumber()) {
                return false;
            }
        }
        return true;
    }

    private Tokens tokens(int column) {
        return readers.of(row.cells().get(column).text()).tokens();
    }

    private String text(int column) {
        return row.cells().get(column).text().text().strip();
    }

    private Optional<SentenceReader> head(int column) {
        return row.cells().get(column).head().map(readers::of);
    }

    private boolean isBlank(int column) {
        return text(column).isEmpty()
                || EMPTY.at(tokens(column), 0) && tokens(column).size() <= 3;
    }

    private List<RowDose> doses() {
        Context labels = Context.of(row, readers);
        for (int i = 0; i < kinds.size(); i++) {
            if (!isBlank(i)) {
                labels = under(labels, i);
            }
        }
        List<RowDose> doses = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == ColumnKind.DOSE && !isBlank(i)) {
                Context context = underHead(labels, i);
                doses.add(new RowDose(context, readers.of(sentence(i)).read(context.ceiling())));
            }
        }
        return doses;
    }

    /** The head of a column of doses is a label of them, unless it says no more than "Dose". */
    private Context underHead(Context outer, int i) {
        Optional<Passage> head = row.cells().get(i).head();
        boolean says =
                head.filter(h -> !ColumnKind.saysNoMoreThanDose(readers.of(h))).isPresent();
        Context under = says ? outer.under(new Governor(Role.LABEL, head.get()), readers) : outer;
        return isBeforeMaintenance(i) ? under.inStage(Stage.INITIAL) : under;
    }

    /** Columns of weeks that lead to one of maintenance: "Weeks 3 and 4". */
    private boolean isBeforeMaintenance(int column) {
        boolean weeks = head(column).filter(h -> has(h, Mention.OfWeeks.class)).isPresent();
        return weeks
                && IntStream.range(column + 1, kinds.size())
                        .mapToObj(this::head)
                        .flatMap(Optional::stream)
                        .flatMap(h -> h.mentions().all().stream())
                        .anyMatch(m -> m.value() instanceof Mention.OfStage s && s.stage() == Stage.MAINTENANCE);
    }

    /** The length of a course that fills its cell: it holds for all doses of the row. */
    private Optional<Extent> course(int column) {
        Tokens words = Tokens.of(UnitOfHead.duration(head(column), text(column)));
        return CourseParser.COURSE
                .parse(words, 0)
                .or(() -> ExtentParser.EXTENT
                        .parse(words, 0)
                        .filter(e -> !UnitOfHead.isShort(e.value().unit())))
                .filter(c -> c.to() == words.size())
                .map(Reading::value);
    }

    /** Whether a cell is a time and no more: what else it says of how the dose is given goes with it in its words. */
    private boolean isTime(int column) {
        SentenceReader words = readers.of(UnitOfHead.duration(head(column), text(column)));
        return !has(words, Mention.OfUnknown.class) && !has(words, Mention.OfDose.class);
    }

    private Context under(Context outer, int i) {
        return switch (kinds.get(i)) {
            case PATIENTS -> patients(outer, i);
            case CONDITION -> outer.under(new Governor(Role.CELL, label(i)), readers);
            case ROUTE, STEP, UNKNOWN -> outer.under(new Governor(Role.LABEL, label(i)), readers);
            case FREQUENCY -> isPoints(i) ? outer.along(text(i)) : outer;
            case COMPANY -> outer.along(text(i));
            case DURATION -> course(i).map(outer::lasting).orElseGet(() -> isTime(i) ? outer : outer.along(text(i)));
            default -> outer;
        };
    }

    /** What a cell says as a label: a number alone ("2" under "Bag") says nothing without its head. */
    private Passage label(int i) {
        Cell cell = row.cells().get(i);
        Tokens words = tokens(i);
        boolean number =
                IntStream.range(0, words.size()).noneMatch(t -> words.get(t).isWord());
        return number && cell.head().isPresent()
                ? Passage.joined(List.of(cell.head().get(), cell.text()), " ")
                : cell.text();
    }

    /** "0, 1, and 6 months": when each dose of a course is given, and no rhythm. */
    private boolean isPoints(int i) {
        return POINTS.matcher(text(i)).matches();
    }

    /** Bands whose unit stands in the head: "CrCl (mL/min)", "Weight (kg)", "Age (years)". */
    private Context patients(Context outer, int i) {
        Governor label = new Governor(Role.LABEL, row.cells().get(i).text());
        Optional<PatientGroup> group = head(i).flatMap(h -> UnitOfHead.group(h.tokens(), tokens(i), text(i)));
        Context under = outer.under(label, readers);
        return group.isEmpty() || !under.groups().equals(outer.groups()) ? under : under.narrowedTo(group.get());
    }

    /** The dose with what the row's other cells say of it. */
    private String sentence(int dose) {
        StringBuilder sentence = new StringBuilder(UnitOfHead.amount(head(dose), text(dose)));
        for (int i = 0; i < kinds.size(); i++) {
            if (!isBlank(i)) {
                part(i).ifPresent(p -> sentence.append(p));
            }
        }
        return sentence.toString();
    }

    private Optional<String> part(int i) {
        return Optional.ofNullable(
                switch (kinds.get(i)) {
                    case FREQUENCY -> isPoints(i) ? null : " " + UnitOfHead.frequency(head(i), text(i));
                    case DURATION ->
                        course(i).isPresent() || !isTime(i) ? null : " " + UnitOfHead.duration(head(i), text(i));
                    case MAXIMUM -> maxima(i);
                    default -> null;
                });
    }

    private String maxima(int i) {
        String cue = head(i).filter(h -> h.tokens().any(Phrases.words("daily | per day | a day")))
                        .isPresent()
                ? "; maximum daily dose "
                : "; maximum ";
        return cue + String.join(cue, text(i).split(";\\s*", -1));
    }
}
