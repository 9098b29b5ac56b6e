package org.w3id.materia.extract.dosing.amount;

import java.util.List;
import java.util.function.UnaryOperator;
import org.w3id.materia.extract.fact.Amount;

/**
 * An amount as the text names it.
 *
 * @param amounts the amounts that are left to choose from; one but in "10, 20 or 40 mg" and "two tablets or capsules"
 * @param administration whether the text says "per dose"
 * @param foreign whether the number is a concentration, a strength or a laboratory value
 * @param count into how many doses it is divided ("two 50 mg doses"), else 1
 * @param form a dose form that stands beside a mass ("a 200 mg capsule"), as UCUM annotation, else empty
 */
public record Dose(List<Amount> amounts, boolean administration, boolean foreign, int count, String form) {
    public Dose {
        amounts = List.copyOf(amounts);
    }

    /** The same with each of its amounts changed. */
    Dose with(UnaryOperator<Amount> change) {
        return new Dose(amounts.stream().map(change).toList(), administration, foreign, count, form);
    }

    /** The amount itself where there is nothing to choose from. */
    public Amount first() {
        return amounts.get(0);
    }

    /** Whether it is a strength in per cent, such as that of a cream. */
    public boolean isPercentage() {
        return first().unit().equals(DoseUnit.PERCENT);
    }

    /** Whether pieces are counted, such as tablets or drops, which UCUM has as annotations ({@code {tablet}}). */
    public boolean isCounted() {
        return first().unit().startsWith("{");
    }
}
