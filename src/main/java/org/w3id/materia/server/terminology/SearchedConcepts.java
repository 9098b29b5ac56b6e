package org.w3id.materia.server.terminology;

import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.value.ConceptSets;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.terminology.operation.ConceptGroups;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** What {@code :in}, {@code :not-in}, {@code :above} and {@code :below} of a search mean by this server's terminology. */
public final class SearchedConcepts implements ConceptSets {
    private static final String RELATIVE = "ValueSet/";

    private final Supplier<TerminologyLibrary> library;
    private final RequestedInstance instances;

    public SearchedConcepts(Supplier<TerminologyLibrary> library, RequestedInstance instances) {
        this.library = library;
        this.instances = instances;
    }

    @Override
    public Set<ConceptKey> members(String valueSet) {
        return found(groups -> valueSet.startsWith(RELATIVE)
                ? groups.members(
                        (ValueSet) instances.read(new ResourceKey("ValueSet", valueSet.substring(RELATIVE.length()))))
                : groups.members(valueSet));
    }

    @Override
    public Set<ConceptKey> descendants(ConceptKey concept) {
        return found(groups -> groups.descendants(concept));
    }

    @Override
    public Set<ConceptKey> ancestors(ConceptKey concept) {
        return found(groups -> groups.ancestors(concept));
    }

    private interface Question {
        Set<ConceptKey> of(ConceptGroups groups);
    }

    /** A search says in its own way what a terminology operation would say. */
    private Set<ConceptKey> found(Question question) {
        try {
            return question.of(new ConceptGroups(library.get()));
        } catch (TerminologyFailure e) {
            throw e.category() == Failure.Category.NOT_FOUND
                    ? Failure.invalid(e.getMessage() + ".") // In a search, what is wrong is the parameter.
                    : new Failure(e.category(), e.getMessage() + ".");
        }
    }
}
