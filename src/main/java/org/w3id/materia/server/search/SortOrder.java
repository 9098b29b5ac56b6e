package org.w3id.materia.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.SortKey;

/** The value of {@code _sort} (FHIR R4, 3.1.1.5.2): parameters in order, each descending where a hyphen stands before it. */
final class SortOrder {
    private static final Set<SearchParamType> UNORDERED = Set.of(SearchParamType.COMPOSITE, SearchParamType.SPECIAL);
    private static final Set<String> WITHOUT_ORDER = Set.of("_text", "_content");

    /** The best first, whether or not a hyphen stands before it. */
    static final String SCORE = "_score";

    private SortOrder() {}

    /** Whether the best results are to come first; what follows decides among equals. */
    static boolean beginsWithScore(String value) {
        return value.matches("-?" + SCORE + "(,.*)?");
    }

    /** The order without the score in front; empty where there is no more. */
    static String withoutScore(String value) {
        return value.replaceFirst("^-?" + SCORE + ",?", "");
    }

    /** @throws Failure where a parameter is none of every type, or has no order */
    static List<SortKey> parse(String value, List<String> types, SearchParameters parameters) {
        List<SortKey> keys = new ArrayList<>();
        for (String rule : value.split(",", -1)) {
            boolean descending = rule.startsWith("-");
            String code = descending ? rule.substring(1) : rule;
            if (code.equals(SCORE)) {
                throw Failure.invalid("'_sort': '" + SCORE + "' can only stand first.");
            }
            for (String type : types) {
                Optional<SearchDefinition> parameter = parameters.find(type, code);
                if (parameter.isEmpty()) {
                    throw Failure.invalid("'_sort': " + type + " has no search parameter '" + code + "'.");
                }
                if (UNORDERED.contains(parameter.get().type()) || WITHOUT_ORDER.contains(code)) {
                    throw Failure.invalid("'_sort': '" + code + "' has no order.");
                }
            }
            keys.add(new SortKey(code, descending));
        }
        return keys;
    }
}
