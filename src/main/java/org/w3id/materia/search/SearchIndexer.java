package org.w3id.materia.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.store.IndexValue;

/**
 * Resource → the values by which it can be found, worked out once, at import. What the store knows of each resource
 * anyway ({@code _id}, {@code _lastUpdated}) is not among them. Safe for several threads.
 */
public final class SearchIndexer {
    private record Indexed(String code, SearchParamType type, ElementPath path) {}

    private final Map<String, List<Indexed>> byType = new HashMap<>();

    public SearchIndexer(SearchParameters parameters) {
        for (String type : parameters.types()) {
            byType.put(
                    type,
                    parameters.of(type).stream()
                            .filter(p -> !ServedParameters.OF_EVERY_TYPE.contains(p.code()))
                            .map(p -> new Indexed(p.code(), p.type(), ElementPath.compile(type, p.expression())))
                            .toList());
        }
    }

    /**
     * The values of every served parameter, without repetition, in the order of the parameters.
     *
     * @throws IllegalArgumentException where the resource's type is not served
     */
    public List<IndexValue> index(Resource resource) {
        List<Indexed> parameters = byType.get(resource.fhirType());
        if (parameters == null) {
            throw new IllegalArgumentException(resource.fhirType() + " is not served");
        }
        List<IndexValue> values = new ArrayList<>();
        for (Indexed parameter : parameters) {
            ElementValues to = new ElementValues(parameter.code(), values);
            for (Base element : parameter.path().evaluate(resource)) {
                switch (parameter.type()) {
                    case TOKEN -> to.addToken(element);
                    case STRING -> to.addText(element);
                    case REFERENCE -> to.addReference(element);
                    case URI -> to.addUri(element);
                    case DATE -> to.addPeriod(element);
                    default ->
                        throw new IllegalStateException(
                                parameter.code() + " is of a type that cannot be indexed: " + parameter.type());
                }
            }
        }
        return values.stream().distinct().toList();
    }
}
