package org.w3id.materia.server;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.w3id.materia.server.changes.ChangesHandler;

/** What an answer costs, as far as its request tells before any work is done; in ascending order. */
enum Expense {
    /** Reads of a resource or a version, what is said of the server, and all that is not FHIR. */
    SMALL,

    /** Searches by the page, operations on few resources. */
    USUAL,

    /** Answers of megabytes, or of as many steps as a request likes: they hold a processor and much memory for a while. */
    LARGE;

    private static final String BASE = "/fhir";
    private static final String BULK = "/fhir/bulk/";
    private static final Set<String> SMALL_ONES = Set.of("/fhir/metadata", "/fhir/api-docs", ChangesHandler.PATH);
    private static final Set<String> LARGE_ONES = Set.of("$export", "_search");
    private static final Set<String> MORE_THAN_MATCHES = Set.of("_include", "_revinclude");

    /** Of matches on a page: the largest that clients ask for where nobody thinks of it. */
    private static final int USUAL_PAGE = 100;

    private static final Pattern USUAL_COUNT = Pattern.compile("\\d{1,2}|" + USUAL_PAGE);

    static Expense of(Request request) {
        String path = Request.getPathInContext(request);
        if (!path.equals(BASE) && !path.startsWith(BASE + "/") || SMALL_ONES.contains(path) || path.startsWith(BULK)) {
            return SMALL;
        }
        String[] segments =
                path.substring(Math.min(path.length(), BASE.length() + 1)).split("/");
        String last = segments[segments.length - 1];
        boolean ofOne = segments.length > 1 && !segments[1].startsWith("$") && !segments[1].startsWith("_");
        if (HttpMethod.GET.is(request.getMethod()) && ofOne && !last.startsWith("$")) {
            return SMALL;
        }
        boolean batch = HttpMethod.POST.is(request.getMethod()) && last.isEmpty();
        return batch
                        || LARGE_ONES.contains(last)
                        || isXml(request.getHeaders().get(HttpHeader.ACCEPT))
                        || isLarge(last, parameters(request))
                ? LARGE
                : USUAL;
    }

    private static Fields parameters(Request request) {
        return request.getHttpURI().getQuery() == null
                ? Fields.EMPTY
                : Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    }

    private static boolean isLarge(String last, Fields parameters) {
        return last.equals("$expand") && parameters.getValue("count") == null
                || parameters.getNames().stream().anyMatch(name -> MORE_THAN_MATCHES.contains(name.split(":", 2)[0]))
                || Stream.of("_count", "count")
                        .flatMap(name -> parameters.getValuesOrEmpty(name).stream())
                        .anyMatch(count -> !USUAL_COUNT.matcher(count).matches())
                || isXml(parameters.getValue("_format"));
    }

    /** Stored resources are JSON; XML is made of each anew. */
    private static boolean isXml(String form) {
        return form != null && form.contains("xml");
    }
}
