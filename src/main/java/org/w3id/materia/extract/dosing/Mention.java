package org.w3id.materia.extract.dosing;

import java.util.List;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Extent;
import org.w3id.materia.extract.PatientGroup;

/** One construct in a sentence. */
sealed interface Mention {
    /** An amount; what it is for is decided by what stands around it. */
    record OfDose(Dose dose) implements Mention {}

    /** How often. */
    record OfRecurrence(Recurrence recurrence) implements Mention {}

    /** Times of day or meals. */
    record OfWhen(List<String> codes) implements Mention {}

    /** Days of a cycle. */
    record OfCycleDays(CycleDays days) implements Mention {}

    /** That the amount is given in parts. */
    record OfDivision(Divided divided) implements Mention {}

    /** How long the treatment lasts. */
    record OfCourse(Extent length) implements Mention {}

    /** How long one administration takes. */
    record OfAdministration(Extent length) implements Mention {}

    /** "as needed". */
    record OfNeed() implements Mention {}

    /** "several times a day": read, so that no part of it is taken for more than it says. */
    record OfVagueness() implements Mention {}

    /** A route, or what states one. */
    record OfRoute(RouteParser.Named route) implements Mention {}

    /** A part of the treatment. */
    record OfStage(Stage stage) implements Mention {}

    /** The patients. */
    record OfGroup(PatientGroup group) implements Mention {}

    /** That a ceiling follows. */
    record OfCeiling(Ceiling ceiling) implements Mention {}
}
