package org.w3id.materia.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.SearchParser;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;

/**
 * A search of one type as a client asked for it.
 *
 * @param url the search as a URL without paging, of those parameters that were used (FHIR R4, 3.1.1.1.7: the self link
 *     tells the client what the server understood)
 */
record SearchRequest(String type, List<Criterion> allOf, ResultParameters result, String url) {
    /** Parameters of FHIR that no type supports yet; refused by name rather than as unknown. */
    private static final Set<String> NOT_SUPPORTED = Set.of(
            "_sort",
            "_include",
            "_revinclude",
            "_contained",
            "_containedType",
            "_has",
            "_filter",
            "_text",
            "_content",
            "_list",
            "_query",
            "_type",
            "_score",
            "_profile",
            "_tag",
            "_security",
            "_source");

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
        List<Criterion> allOf = new ArrayList<>();
        StringBuilder url = new StringBuilder(target.serverBase() + "/" + target.type());
        parameters.forEach((name, values) -> {
            boolean shapes =
                    ResultParameters.OF_EVERY_REQUEST.contains(name) || ResultParameters.OF_SEARCHES.contains(name);
            if (!shapes && !target.parser().knows(target.type(), name)) {
                if (handling == Handling.LENIENT) {
                    return;
                }
                throw unknown(target, name);
            }
            for (String value : values) {
                if (!shapes) {
                    allOf.add(target.parser().parse(target.type(), name, value, target.serverBase()));
                }
                if (!name.equals("_cursor")) {
                    append(url, name, value);
                }
            }
        });
        return new SearchRequest(target.type(), allOf, result, url.toString());
    }

    /** What is searched, and by whose rules. */
    record SearchTarget(String type, SearchParser parser, String serverBase) {}

    Query query() {
        return new Query(type, allOf, result.count(), result.cursor().map(PageCursor::after));
    }

    /** URL of the page that begins at {@code cursor}. */
    String page(PageCursor cursor) {
        StringBuilder page = new StringBuilder(url);
        append(page, "_cursor", cursor.toString());
        return page.toString();
    }

    private static Failure unknown(SearchTarget target, String name) {
        String code = name.split("[:.]", 2)[0];
        return NOT_SUPPORTED.contains(code)
                ? Failure.notSupported("The parameter '" + code + "' is not supported.")
                : target.parser().unknownParameter(target.type(), name);
    }

    private static void append(StringBuilder url, String name, String value) {
        url.append(url.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
