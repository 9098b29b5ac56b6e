package org.w3id.materia.server.search;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.SearchParser;
import org.w3id.materia.search.definition.SearchParameters;

/**
 * What is searched, and by whose rules.
 *
 * @param path below the FHIR base: the type; empty for a search of the whole server
 * @param types that the path stands for
 */
record SearchTarget(
        String path, List<String> types, SearchParser parser, SearchParameters parameters, String serverBase) {
    boolean isEverywhere() {
        return path.isEmpty();
    }

    /**
     * Those of the types that are named.
     *
     * @param named values of {@code _type}
     * @throws Failure where there is no such type
     */
    SearchTarget of(String[] named) {
        List<String> chosen = new ArrayList<>();
        for (String value : named) {
            for (String type : value.split(",", -1)) {
                if (!types.contains(type)) {
                    throw Failure.invalid("'_type' names '" + type
                            + "', which is no resource type of this server. It has: " + String.join(", ", types) + ".");
                }
                if (!chosen.contains(type)) {
                    chosen.add(type);
                }
            }
        }
        return new SearchTarget(path, chosen, parser, parameters, serverBase);
    }

    /** Whether all the types have the parameter of that name. Several can be searched by what is the same for all of them. */
    boolean knows(String name) {
        return parser.knows(types.get(0), name)
                && types.stream()
                                .map(type -> parameters
                                        .find(type, code(name))
                                        .map(d -> d.url())
                                        .orElse(type))
                                .distinct()
                                .count()
                        == 1;
    }

    /** What is said of a parameter that they do not have. */
    Failure unknown(String name) {
        return types.size() == 1
                ? parser.unknownParameter(types.get(0), name)
                : Failure.invalid("'" + code(name) + "' is not a parameter of all the types that are searched ("
                        + String.join(", ", types) + ").");
    }

    /** Of the parameter's name without modifier and chain. */
    static String code(String name) {
        return name.split("[:.]", 2)[0];
    }
}
