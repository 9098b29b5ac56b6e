package org.w3id.materia.extract.indication.name;

import java.util.Optional;
import org.w3id.materia.extract.fact.Indication.Intent;

/**
 * The name of what a drug is for, as a text has it.
 *
 * @param text lower case, cleaned of what is no part of the name
 * @param start where its own words begin
 * @param end where they end
 * @param meaning what it names
 * @param intent what a noun behind it says is done about it ("migraine prevention")
 */
public record ConditionName(String text, int start, int end, Meaning meaning, Optional<Intent> intent) {
    /** Whether it names a procedure that prevents nothing itself; what is prevented is never one, but may come with one. */
    public boolean isCircumstance() {
        return meaning == Meaning.OTHER && Meaning.isPurpose(text) && !intent.equals(Optional.of(Intent.PROPHYLAXIS));
    }

    /** Whether it says more of a purpose than that it is one: "surgical prophylaxis". */
    public boolean isKindOfPurpose() {
        return meaning == Meaning.OTHER && text.indexOf(' ') > 0 && !text.endsWith(" care") && Meaning.isPurpose(text);
    }
}
