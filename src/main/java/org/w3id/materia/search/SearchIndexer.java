package org.w3id.materia.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.definition.ServedParameters;
import org.w3id.materia.search.element.IndexedParameter;
import org.w3id.materia.search.text.ContentWords;
import org.w3id.materia.search.text.MedicineNames;
import org.w3id.materia.search.text.NameVariants;
import org.w3id.materia.store.IndexValue;

/**
 * Resource → the values by which it can be found, worked out once, at import. What the store knows of each resource
 * anyway ({@code _id}, {@code _lastUpdated}) is not among them. Safe for several threads.
 */
public final class SearchIndexer {
    private final Map<String, List<IndexedParameter>> byType = new HashMap<>();
    private final MedicineNames names = new MedicineNames(NameVariants.load());

    public SearchIndexer(SearchParameters parameters) {
        for (String type : parameters.types()) {
            byType.put(
                    type,
                    parameters.of(type).stream()
                            .filter(p -> !ServedParameters.NOT_INDEXED.contains(p.code()))
                            .map(p -> IndexedParameter.of(type, p, parameters.types()))
                            .toList());
        }
    }

    /**
     * The values of every served parameter, without repetition, in the order of the parameters.
     *
     * @param json the resource's JSON, for {@code _text} and {@code _content}
     * @param siblings the resources that come from the same monograph, itself among them or not
     * @throws IllegalArgumentException where the resource's type is not served
     */
    public List<IndexValue> index(Resource resource, byte[] json, List<Resource> siblings) {
        List<IndexValue> values = index(resource, siblings);
        values.addAll(ContentWords.of(json));
        return values;
    }

    /** The values that its own elements have, without those of its text and of siblings. */
    public List<IndexValue> index(Resource resource) {
        return index(resource, List.of());
    }

    private List<IndexValue> index(Resource resource, List<Resource> siblings) {
        List<IndexedParameter> parameters = byType.get(resource.fhirType());
        if (parameters == null) {
            throw new IllegalArgumentException(resource.fhirType() + " is not served");
        }
        List<IndexValue> values = new ArrayList<>();
        for (IndexedParameter parameter : parameters) {
            parameter.addTo(values, resource, siblings);
        }
        names.addTo(values, resource);
        return values.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
    }
}
