package org.w3id.materia.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.ResourceKey;

/** Chained searches along the references that there are, by each parameter and in both directions, one step and two. */
final class ChainCases {
    /** A reference that leads to a resource of these. */
    private record Edge(String parameter, ResourceKey from, ResourceKey to) {}

    /** Of each parameter and type of target, how many references are followed. */
    private static final int FOLLOWED = 2;

    private final SearchParameters parameters;
    private final Map<ResourceKey, OracleItem> items = new LinkedHashMap<>();
    private final Map<ResourceKey, Set<Edge>> outgoing = new LinkedHashMap<>();
    private final Set<SearchCase> cases = new LinkedHashSet<>();

    private ChainCases(SearchParameters parameters, Map<String, List<OracleItem>> items) {
        this.parameters = parameters;
        items.values().forEach(ofType -> ofType.forEach(item -> this.items.put(item.key(), item)));
    }

    static Set<SearchCase> of(SearchParameters parameters, Map<String, List<OracleItem>> items, Oracle oracle) {
        ChainCases chains = new ChainCases(parameters, items);
        chains.items.values().forEach(item -> chains.collect(item, oracle));
        Map<String, Integer> followed = new LinkedHashMap<>();
        chains.outgoing
                .values()
                .forEach(edges -> edges.forEach(edge -> {
                    String kind =
                            edge.from().type() + edge.parameter() + edge.to().type();
                    if (followed.merge(kind, 1, Integer::sum) <= FOLLOWED) {
                        chains.follow(edge);
                    }
                }));
        return chains.cases;
    }

    private void collect(OracleItem item, Oracle oracle) {
        for (SearchDefinition parameter : parameters.of(item.key().type())) {
            if (parameter.type() == SearchParamType.REFERENCE) {
                oracle.elements(item, parameter).forEach(element -> collect(item.key(), parameter.code(), element));
            }
        }
    }

    private void collect(ResourceKey from, String parameter, Base element) {
        String stated = element instanceof Reference reference ? reference.getReference() : null;
        String[] parts = stated == null ? new String[0] : stated.split("/");
        if (parts.length == 2 && items.containsKey(new ResourceKey(parts[0], parts[1]))) {
            outgoing.computeIfAbsent(from, key -> new LinkedHashSet<>())
                    .add(new Edge(parameter, from, new ResourceKey(parts[0], parts[1])));
        }
    }

    private void follow(Edge edge) {
        String type = edge.from().type();
        String combination = type + "." + edge.parameter();
        String chained = edge.parameter() + ":" + edge.to().type();
        String has = "_has:" + type + ":" + edge.parameter();
        add(type, combination + " chain", chained + "._id", edge.to().id());
        add(type, combination + " chain", edge.parameter() + "._id", edge.to().id() + ",nobody");
        add(type, combination + " chain", chained + "._id", "nobody");
        add(type, combination + " chain", chained + "._tag:not", "a1");
        add(type, combination + " chain", chained + "._tag", "a1,b2");
        add(edge.to().type(), combination + " _has", has + ":_id", edge.from().id());
        add(edge.to().type(), combination + " _has", has + ":_tag:not", "a1");
        for (Edge next : outgoing.getOrDefault(edge.to(), Set.of())) {
            String hasNext = "_has:" + next.from().type() + ":" + next.parameter();
            add(
                    type,
                    "chain of two",
                    chained + "." + next.parameter() + "._id",
                    next.to().id());
            add(
                    next.to().type(),
                    "_has of two",
                    hasNext + ":" + has + ":_id",
                    edge.from().id());
        }
        add(type, "chain to _has", chained + "." + has + ":_id", edge.from().id());
    }

    private void add(String type, String combination, String name, String value) {
        cases.add(new SearchCase(type, combination, name, value));
    }
}
