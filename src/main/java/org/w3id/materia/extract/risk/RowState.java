package org.w3id.materia.extract.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.extract.risk.name.NamedRisk;
import org.w3id.materia.extract.risk.name.Organ;
import org.w3id.materia.extract.risk.name.RiskKinds;
import org.w3id.materia.extract.risk.name.RiskName;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.phrase.Phrase;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.SectionKind;

/**
 * The state that the first cell of a table's row stands for, with what it leaves to the head of its column and to what stands
 * above the table: "Severe" under "Renal impairment", "below 30" under "Creatinine clearance (mL/min)".
 */
final class RowState {
    private static final Pattern CLEARANCE =
            Pattern.compile("\\b(?:clearance|crcl|clcr|e?gfr|ml/min)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURE =
            Pattern.compile("^(?:creatinine clearance|crcl|clcr|egfr|gfr)\\s*(?:of|is)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILTRATION = Pattern.compile("\\be?gfr\\b", Pattern.CASE_INSENSITIVE);
    /** A limit of age or weight; its sign is no word, and the name would mean nothing without it. */
    private static final Pattern LIMIT = Pattern.compile("^[<>≤≥].*\\b(?:years?|months?|kg)\\b.*");
    /** The heads of columns that say what is done about what a row begins with. */
    private static final Pattern ADJUSTMENT = Pattern.compile(
            "(?:(?:dos(?:e|age|ing)|recommended) )?(?:adjustments?|changes?|modifications?|do|what to do|actions?|advice|recommendations?|management|measures?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADJUSTS = Pattern.compile(
            "(?<!not |no )\\b(?:reduc(?:e|tion|ed)|halve|half|lower|smaller|smallest|decrease|correct|withhold|stop|discontinue|interrupt|slow|start low|caution|care|monitor|watch|check)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\d");
    private static final Pattern UNIT = Pattern.compile("/\\s*min", Pattern.CASE_INSENSITIVE);
    /** "Liver: severe disease". */
    private static final Pattern OF_ORGAN = Pattern.compile(
            "(?<organ>liver|kidneys?|renal|hepatic): (?<degree>[a-z -]+?) (?<noun>disease|impairment)\\b.*");

    private final Statement cell;
    private final String head;
    private final String first;

    private RowState(Statement cell) {
        this.cell = cell;
        this.head = cell.innermost(Role.HEADING).map(Passage::text).orElse("").toLowerCase(Locale.ROOT);
        this.first = cell.text().text().strip().toLowerCase(Locale.ROOT);
    }

    /** The state that a row is about by its first cell, where this alone does not name it. */
    static Optional<NamedRisk> of(Statement cell) {
        int end = cell.text().text().length();
        return new RowState(cell)
                .name()
                .map(name ->
                        new NamedRisk(new RiskName(name, RiskKinds.of(name)), new Phrase(name, 0, end), List.of()));
    }

    /** Whether the cells of a table say what is to be done, in the column of this one. */
    static boolean isOfAdjustments(Statement cell) {
        return cell.innermost(Role.HEADING)
                .filter(head -> ADJUSTMENT.matcher(head.text()).matches())
                .isPresent();
    }

    /** Whether a cell behind a row's first one, in a table on doses or precautions, bids less of the medicine or more care. */
    static boolean adjusts(Statement cell) {
        boolean behind = cell.role() == Role.CELL && !cell.isInRowHead();
        boolean place = cell.part() == SectionKind.DOSAGE
                || cell.part() == SectionKind.PRECAUTIONS && cell.topic() != Topic.INTERACTION;
        return behind && place && ADJUSTS.matcher(cell.text().text()).find();
    }

    private Optional<String> name() {
        String plain = Brackets.without(first);
        if (LIMIT.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        Matcher ofOrgan = OF_ORGAN.matcher(plain);
        if (ofOrgan.matches()) {
            return Optional.of(ofOrgan.group("degree") + " " + ofOrgan.group("organ") + " " + ofOrgan.group("noun"));
        }
        if (isDegree(plain)) {
            return organ().map(organ -> plain + " " + organ + " impairment");
        }
        boolean clearance = SIZE.matcher(plain).find()
                && (CLEARANCE.matcher(plain).find() || CLEARANCE.matcher(head).find());
        boolean filtration =
                FILTRATION.matcher(plain).find() || FILTRATION.matcher(head).find();
        String measure = filtration ? "egfr " : "creatinine clearance ";
        String unit = UNIT.matcher(plain).find() ? "" : " ml/min";
        return clearance ? Optional.of(measure + MEASURE.matcher(plain).replaceFirst("") + unit) : Optional.empty();
    }

    private static boolean isDegree(String words) {
        List<String> all = Arrays.asList(words.split("[\\s-]+", -1));
        return all.stream().anyMatch(WordClasses::isDegree)
                && all.stream().allMatch(w -> WordClasses.isDegree(w) || w.equals("to") || w.equals("or"));
    }

    /** The organ that the head of the column names, else the nearest heading, label or lead-in that names one. */
    private Optional<String> organ() {
        Optional<String> organ = Organ.lastNamed(head, head.length());
        List<Governor> governors = cell.governors();
        for (int i = governors.size() - 1; i >= 0 && organ.isEmpty(); i--) {
            String above = governors.get(i).text().text();
            organ = Organ.lastNamed(above, above.length());
        }
        return organ;
    }
}
