package org.w3id.materia.terminology.codesystem;

import java.util.List;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;

/**
 * Which concepts of a code system are wanted: those that have all of it.
 *
 * @param filters of a value set
 * @param text that a person typed
 * @param activeOnly leaves out what is inactive
 * @param selectableOnly leaves out what is abstract
 */
public record ConceptQuery(List<Filter> filters, TextFilter text, boolean activeOnly, boolean selectableOnly) {
    public ConceptQuery {
        filters = List.copyOf(filters);
    }

    /** All that pass filters. */
    public static ConceptQuery of(List<Filter> filters) {
        return new ConceptQuery(filters, new TextFilter(null), false, false);
    }
}
