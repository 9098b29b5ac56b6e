package org.w3id.materia.coding;

import java.util.List;

/** Finds the concepts that a phrase names in whatever terminologies are loaded. */
@FunctionalInterface
public interface ConceptFinder {
    /**
     * The concepts that a phrase names.
     *
     * @param phrase lower case, as in the fact
     * @return concepts that match by a rule, best first, at most one for each code system; empty where in doubt
     */
    List<CodedConcept> find(PhraseKind kind, String phrase);

    /**
     * The names of the drug that a phrase names: the phrase itself, the other names that its concepts are known by, and what it is called without
     * its salt.
     */
    default List<DrugName> drugNames(String phrase) {
        return List.of(new DrugName(phrase, Rule.EXACT.code()));
    }
}
