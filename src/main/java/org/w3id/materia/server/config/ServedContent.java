package org.w3id.materia.server.config;

import java.util.List;
import java.util.function.Supplier;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.terminology.operation.library.JoinedLibraries;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/**
 * What is served.
 *
 * @param knowledge the resources
 * @param parameters by which they can be searched
 * @param terminology code systems, value sets and concept maps of the terminology operations; asked for at the first of them, so
 *     that a start does not wait for it
 * @param names by which phrases of monographs are coded, for clients' words; asked for as late
 */
public record ServedContent(
        KnowledgeBase knowledge,
        SearchParameters parameters,
        Supplier<TerminologyLibrary> terminology,
        Supplier<ConceptFinder> names) {
    /** The same with one library more. */
    public ServedContent with(TerminologyLibrary more) {
        return new ServedContent(
                knowledge, parameters, () -> new JoinedLibraries(List.of(terminology.get(), more)), names);
    }
}
