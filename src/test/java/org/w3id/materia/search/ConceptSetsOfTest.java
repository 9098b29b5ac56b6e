package org.w3id.materia.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.search.value.ConceptSets;

/** A terminology of registered sets, in which every concept has one above and one below it. */
final class ConceptSetsOfTest implements ConceptSets {
    private final Map<String, Set<ConceptKey>> sets = new HashMap<>();

    /** The URL of a value set that has these members. */
    String valueSet(ConceptKey... members) {
        String url = "http://vs.example/" + sets.size();
        sets.put(url, Set.of(members));
        return url;
    }

    @Override
    public Set<ConceptKey> members(String valueSet) {
        return sets.get(valueSet);
    }

    @Override
    public Set<ConceptKey> descendants(ConceptKey concept) {
        return Set.of(concept, new ConceptKey(concept.system(), concept.code() + "x"));
    }

    @Override
    public Set<ConceptKey> ancestors(ConceptKey concept) {
        String code = concept.code();
        return Set.of(concept, new ConceptKey(concept.system(), code.substring(0, code.length() - 1) + "-"));
    }
}
