package org.w3id.materia.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.text.MedicineNames;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SortKey;

/** The parameters of a search → the search. */
final class SearchRequestReader {
    /** Parameters of FHIR that are not supported; refused by name rather than as unknown. */
    private static final Set<String> NOT_SUPPORTED =
            Set.of("_contained", "_containedType", "_filter", "_list", "_query", "_score");

    private final SearchTarget target;
    private final Handling handling;
    private final List<Criterion> allOf = new ArrayList<>();
    private final List<SortKey> sort = new ArrayList<>();
    private final List<Include> includes = new ArrayList<>();
    private final RequestUrl url;
    private boolean byScore;

    private SearchRequestReader(SearchTarget target, Handling handling) {
        this.target = target;
        this.handling = handling;
        url = new RequestUrl(target.serverBase(), target.path());
    }

    /**
     * @param parameters the request's, in its order
     * @param handling whether what is not known is passed over or refused
     * @throws Failure where a parameter is not known, not supported or has a wrong value
     */
    static SearchRequest read(SearchTarget target, Map<String, String[]> parameters, Handling handling, Limits limits) {
        ResultParameters result = ResultParameters.parse(parameters, limits);
        SearchTarget searched =
                target.isEverywhere() && parameters.containsKey("_type") ? target.of(parameters.get("_type")) : target;
        Set<String> unknownElements = ResultParameters.unknownElements(parameters, searched.types(), handling);
        SearchRequestReader reader = new SearchRequestReader(searched, handling);
        parameters.forEach(reader::take);
        return reader.request(result, unknownElements);
    }

    /** What a parameter does. */
    private enum Role {
        SHAPES,
        ORDERS,
        INCLUDES,
        SELECTS
    }

    private Role role(String name) {
        if (ResultParameters.OF_EVERY_REQUEST.contains(name)
                || ResultParameters.OF_SEARCHES.contains(name)
                || target.isEverywhere() && name.equals("_type")) {
            return Role.SHAPES;
        }
        return name.equals("_sort") ? Role.ORDERS : Include.isNamed(name) ? Role.INCLUDES : Role.SELECTS;
    }

    private void take(String name, String[] values) {
        Role role = role(name);
        if (role == Role.SELECTS && !target.knows(name)) {
            if (handling == Handling.LENIENT) {
                return;
            }
            throw unknown(name);
        }
        for (String value : values) {
            switch (role) {
                case ORDERS -> order(value);
                case INCLUDES -> includes.add(Include.parse(name, value, target.parameters()));
                case SELECTS ->
                    allOf.add(target.parser().parse(target.types().get(0), name, value, target.serverBase()));
                default -> {} // It was read before.
            }
            if (!name.equals("_cursor")) {
                url.with(name, value);
            }
        }
    }

    private void order(String value) {
        byScore |= SortOrder.beginsWithScore(value);
        String order = byScore ? SortOrder.withoutScore(value) : value;
        sort.addAll(order.isEmpty() ? List.of() : SortOrder.parse(order, target.types(), target.parameters()));
    }

    private Failure unknown(String name) {
        String code = SearchTarget.code(name);
        return NOT_SUPPORTED.contains(code)
                ? Failure.notSupported("The parameter '" + code + "' is not supported.")
                : target.unknown(name);
    }

    private SearchRequest request(ResultParameters result, Set<String> unknownElements) {
        List<Criterion> preferred = byScore || sort.isEmpty() ? MedicineNames.preferred(allOf) : List.of();
        if (byScore && preferred.isEmpty()) {
            throw Failure.invalid(
                    "'_sort': only names are weighed. '_score' needs the parameter 'name' or 'similar-name'.");
        }
        return new SearchRequest(
                new Query(
                        target.types(),
                        allOf,
                        preferred,
                        sort,
                        result.count(),
                        result.cursor().map(PageCursor::after)),
                includes,
                new SearchRequest.Shape(result, byScore || MedicineNames.isTolerant(allOf)),
                new SearchRequest.Told(url.toString(), unknownElements));
    }
}
