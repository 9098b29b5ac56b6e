package org.w3id.materia.search.value;

import java.util.Set;
import org.w3id.materia.model.ConceptKey;

/** What {@code :in}, {@code :not-in}, {@code :above} and {@code :below} of a token ask a terminology service (FHIR R4, 3.1.1.4.10). */
public interface ConceptSets {
    /**
     * All concepts of a value set.
     *
     * @param valueSet canonical URL, or a reference to a ValueSet of this server
     * @throws org.w3id.materia.model.Failure where there is no such value set, or it cannot be expanded
     */
    Set<ConceptKey> members(String valueSet);

    /**
     * The concept and all that it subsumes.
     *
     * @throws org.w3id.materia.model.Failure where the concept or its code system is not known
     */
    Set<ConceptKey> descendants(ConceptKey concept);

    /**
     * The concept and all that subsume it.
     *
     * @throws org.w3id.materia.model.Failure where the concept or its code system is not known
     */
    Set<ConceptKey> ancestors(ConceptKey concept);
}
