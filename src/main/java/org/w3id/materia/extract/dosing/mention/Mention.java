package org.w3id.materia.extract.dosing.mention;

import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.rhythm.CycleDays;
import org.w3id.materia.extract.dosing.rhythm.Divided;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.rhythm.Weeks;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;
import org.w3id.materia.language.NameKind;

/** What a run of tokens means. Every token of a sentence belongs to exactly one mention. */
public sealed interface Mention {
    /** An amount; what it is for is decided by what stands around it. */
    record OfDose(Dose dose) implements Mention {}

    /** How often. */
    record OfRecurrence(Recurrence recurrence) implements Mention {}

    /** Times of day or meals. */
    record OfWhen(List<String> codes) implements Mention {}

    /** Days of the week. */
    record OfDaysOfWeek(List<String> codes) implements Mention {}

    /** Days of a cycle. */
    record OfCycleDays(CycleDays days) implements Mention {}

    /** That the amount is given in parts. */
    record OfDivision(Divided divided) implements Mention {}

    /** How long the treatment lasts. */
    record OfCourse(Extent length) implements Mention {}

    /** How long the treatment pauses before its course begins anew. */
    record OfBreak(Extent length) implements Mention {}

    /** Counted weeks in which the dose holds. */
    record OfWeeks(Weeks weeks) implements Mention {}

    /** How long one administration takes. */
    record OfAdministration(Extent length) implements Mention {}

    /** In what time a maximum holds: "in any 24 hours", "in 15 minutes". */
    record OfPeriod(Extent length) implements Mention {}

    /** "as needed". */
    record OfNeed() implements Mention {}

    /** A route, or what states one. */
    record OfRoute(RouteParser.Named route) implements Mention {}

    /** A part of the treatment. */
    record OfStage(Stage stage) implements Mention {}

    /** The patients. */
    record OfGroup(PatientGroup group) implements Mention {}

    /** That the amount behind it is a maximum. */
    record OfCeiling(Ceiling ceiling) implements Mention {}

    /** A change of the dose: "increased", "reduced". */
    record OfChange() implements Mention {}

    /** That the amount behind it is the size of a change: "by", "in steps of". */
    record OfStep() implements Mention {}

    /** That what follows comes after what stands before: "then", "followed by". */
    record OfSequence() implements Mention {}

    /** What the dose depends on, which no slot holds: "if tolerated", "before the procedure". */
    record OfCondition() implements Mention {}

    /** The name of a drug, a disease or another thing that the tables know. */
    record OfName(Set<NameKind> kinds, boolean own) implements Mention {
        /** Whether it names a drug that is not the monograph's own, so that an amount beside it is not ours. */
        public boolean isOtherDrug() {
            return !own && kinds.contains(NameKind.DRUG);
        }

        /** Whether it names a disease or a finding. */
        public boolean isDisease() {
            return kinds.contains(NameKind.DISEASE) || kinds.contains(NameKind.FINDING);
        }
    }

    /** The condition that a dose is for. */
    record OfIndication(String words) implements Mention {}

    /** That the dose is the one of other patients. */
    record OfReference(Population whose) implements Mention {}

    /** "apply", "applied": a dose where no amount is stated. */
    record OfApplying() implements Mention {}

    /** A comma, a conjunction, a bracket or another mark that joins or parts. */
    record OfJoint(Joint joint) implements Mention {}

    /** Words that change nothing. */
    record OfInert() implements Mention {}

    /** A word or number that no parser knows. */
    record OfUnknown() implements Mention {}

    /** Marks and words that join or part. */
    enum Joint {
        AND,
        OR,
        COMMA,
        COLON,
        SEMICOLON,
        BUT,
        SLASH,
        OPEN,
        CLOSE,
        STOP
    }
}
