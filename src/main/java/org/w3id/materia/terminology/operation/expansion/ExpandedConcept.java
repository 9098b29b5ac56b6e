package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;

/**
 * A member of an expansion as it is gathered.
 *
 * @param entry without what is below it
 * @param children below it, where the expansion has a hierarchy
 */
record ExpandedConcept(ValueSetExpansionContainsComponent entry, List<ExpandedConcept> children) {
    ExpandedConcept(ValueSetExpansionContainsComponent entry) {
        this(entry, new ArrayList<>());
    }

    /** With what is below it. */
    ValueSetExpansionContainsComponent nested() {
        ValueSetExpansionContainsComponent copy = entry.copy();
        children.forEach(c -> copy.addContains(c.nested()));
        return copy;
    }
}
