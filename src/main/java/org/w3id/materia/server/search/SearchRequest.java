package org.w3id.materia.server.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.SearchParser;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.text.MedicineNames;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SortKey;

/**
 * A search as a client asked for it.
 *
 * @param types resource types that are searched
 * @param preferred what comes first, where names are searched and no other order is asked for
 * @param scored whether the client wants to know how well each result matches
 * @param unknownElements names of elements that were asked for and do not exist; the client wants them passed over
 * @param url the search as a URL without paging, of those parameters that were used (FHIR R4, 3.1.1.1.7: the self link
 *     tells the client what the server understood)
 */
public record SearchRequest(
        List<String> types,
        List<Criterion> allOf,
        List<Criterion> preferred,
        List<SortKey> sort,
        boolean scored,
        List<Include> includes,
        ResultParameters result,
        Set<String> unknownElements,
        String url) {
    /** Parameters of FHIR that are not supported; refused by name rather than as unknown. */
    private static final Set<String> NOT_SUPPORTED =
            Set.of("_contained", "_containedType", "_filter", "_list", "_query", "_score");

    /**
     * What is searched, and by whose rules.
     *
     * @param path below the FHIR base: the type; empty for a search of the whole server
     * @param types that the path stands for
     */
    record SearchTarget(
            String path, List<String> types, SearchParser parser, SearchParameters parameters, String serverBase) {}

    /**
     * @param parameters the request's, in its order
     * @param handling whether what is not known is passed over or refused
     * @throws Failure where a parameter is not known, not supported or has a wrong value
     */
    static SearchRequest parse(
            SearchTarget target,
            Map<String, String[]> parameters,
            Handling handling,
            ServerConfiguration.Limits limits) {
        ResultParameters result = ResultParameters.parse(parameters, limits);
        boolean everywhere = target.path().isEmpty();
        List<String> types = everywhere && parameters.containsKey("_type")
                ? typesOf(parameters.get("_type"), target)
                : target.types();
        Set<String> unknownElements = ResultParameters.unknownElements(parameters, types, handling);
        List<Criterion> allOf = new ArrayList<>();
        List<SortKey> sort = new ArrayList<>();
        boolean byScore = false;
        List<Include> includes = new ArrayList<>();
        StringBuilder url = new StringBuilder(target.serverBase() + (everywhere ? "" : "/" + target.path()));
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            boolean shapes = ResultParameters.OF_EVERY_REQUEST.contains(name)
                    || ResultParameters.OF_SEARCHES.contains(name)
                    || everywhere && name.equals("_type");
            boolean orders = name.equals("_sort");
            boolean includesMore = Include.isNamed(name);
            if (!shapes && !orders && !includesMore && !isKnown(name, types, target)) {
                if (handling == Handling.LENIENT) {
                    continue;
                }
                throw unknown(name, types, target);
            }
            for (String value : parameter.getValue()) {
                if (orders) {
                    byScore |= SortOrder.beginsWithScore(value);
                    String order = byScore ? SortOrder.withoutScore(value) : value;
                    sort.addAll(order.isEmpty() ? List.of() : SortOrder.parse(order, types, target.parameters()));
                } else if (includesMore) {
                    includes.add(Include.parse(name, value, target.parameters()));
                } else if (!shapes) {
                    allOf.add(target.parser().parse(types.get(0), name, value, target.serverBase()));
                }
                if (!name.equals("_cursor")) {
                    append(url, name, value);
                }
            }
        }
        List<Criterion> preferred = byScore || sort.isEmpty() ? MedicineNames.preferred(allOf) : List.of();
        if (byScore && preferred.isEmpty()) {
            throw Failure.invalid(
                    "'_sort': only names are weighed. '_score' needs the parameter 'name' or 'similar-name'.");
        }
        boolean scored = byScore || MedicineNames.isTolerant(allOf);
        return new SearchRequest(
                types, allOf, preferred, sort, scored, includes, result, unknownElements, url.toString());
    }

    Query query() {
        return new Query(
                types, allOf, preferred, sort, result.count(), result.cursor().map(PageCursor::after));
    }

    /** Whether names that are only near to what is asked for are among the results. */
    boolean isTolerant() {
        return MedicineNames.isTolerant(allOf);
    }

    /** URL of the page that begins at {@code cursor}. */
    String page(PageCursor cursor) {
        StringBuilder page = new StringBuilder(url);
        append(page, "_cursor", cursor.toString());
        return page.toString();
    }

    private static List<String> typesOf(String[] values, SearchTarget target) {
        List<String> types = new ArrayList<>();
        for (String value : values) {
            for (String type : value.split(",", -1)) {
                if (!target.types().contains(type)) {
                    throw Failure.invalid(
                            "'_type' names '" + type + "', which is no resource type of this server. It has: "
                                    + String.join(", ", target.types()) + ".");
                }
                if (!types.contains(type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    /** Several types can be searched by what is the same parameter for all of them. */
    private static boolean isKnown(String name, List<String> types, SearchTarget target) {
        String code = code(name);
        return target.parser().knows(types.get(0), name)
                && types.stream()
                                .map(type -> target.parameters()
                                        .find(type, code)
                                        .map(d -> d.url())
                                        .orElse(type))
                                .distinct()
                                .count()
                        == 1;
    }

    private static Failure unknown(String name, List<String> types, SearchTarget target) {
        String code = code(name);
        if (NOT_SUPPORTED.contains(code)) {
            return Failure.notSupported("The parameter '" + code + "' is not supported.");
        }
        return types.size() == 1
                ? target.parser().unknownParameter(types.get(0), name)
                : Failure.invalid("'" + code + "' is not a parameter of all the types that are searched ("
                        + String.join(", ", types) + ").");
    }

    private static String code(String name) {
        return name.split("[:.]", 2)[0];
    }

    public static void append(StringBuilder url, String name, String value) {
        url.append(url.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    /** Colons, slashes and commas may stand in a query as they are (RFC 3986, 3.4), and are easier to read. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("%2C", ",");
    }
}
