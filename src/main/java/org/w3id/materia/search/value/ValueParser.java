package org.w3id.materia.search.value;

import org.w3id.materia.store.Criterion;

/** One alternative of a parameter's value → what the store is asked. */
public interface ValueParser {
    /**
     * @param value not blank; escapes are still in it
     * @throws org.w3id.materia.model.Failure where the value is not one of this parameter
     */
    Criterion.Match parse(String value);
}
