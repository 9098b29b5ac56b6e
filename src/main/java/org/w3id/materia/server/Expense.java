package org.w3id.materia.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.w3id.materia.server.form.ContentNegotiation;
import org.w3id.materia.server.form.MediaType;
import org.w3id.materia.server.form.MediaType.Wire;
import org.w3id.materia.server.interaction.RestInteraction;

/** What an answer costs, as far as its request tells before any work is done; in ascending order. */
enum Expense {
    /** Reads of a resource or a version, what is said of the server, and all that is not FHIR. */
    SMALL,

    /** Searches by the page, operations on few resources. */
    USUAL,

    /** Answers of megabytes, or of as many steps as a request likes: they hold a processor and much memory for a while. */
    LARGE;

    private static final Set<String> MORE_THAN_MATCHES = Set.of("_include", "_revinclude");

    /** Of matches on a page: the largest that clients ask for where nobody thinks of it. */
    private static final int USUAL_PAGE = 100;

    private static final Pattern USUAL_COUNT = Pattern.compile("\\d{1,2}|" + USUAL_PAGE);

    static Expense of(Request request) {
        RestInteraction asked = RestInteraction.of(request);
        return switch (asked.kind()) {
            case BATCH, EXPORT -> LARGE;
            // A body is not read before its turn: it may ask for anything.
            case SEARCH_TYPE, SEARCH_SYSTEM -> HttpMethod.POST.is(request.getMethod()) ? LARGE : byParameters(request);
            case OPERATION -> isWholeExpansion(asked, request) ? LARGE : byParameters(request);
            case HISTORY_TYPE, HISTORY_SYSTEM -> byParameters(request);
            case READ, VREAD, HISTORY_INSTANCE ->
                HttpMethod.GET.is(request.getMethod()) ? SMALL : byParameters(request);
            default -> SMALL;
        };
    }

    private static boolean isWholeExpansion(RestInteraction asked, Request request) {
        return asked.operation().equals("$expand") && parameters(request).getValue("count") == null;
    }

    private static Expense byParameters(Request request) {
        return isLarge(parameters(request), request.getHeaders().getValuesList(HttpHeader.ACCEPT)) ? LARGE : USUAL;
    }

    private static Fields parameters(Request request) {
        return request.getHttpURI().getQuery() == null
                ? Fields.EMPTY
                : Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    }

    private static boolean isLarge(Fields parameters, List<String> accept) {
        return parameters.getNames().stream().anyMatch(name -> MORE_THAN_MATCHES.contains(name.split(":", 2)[0]))
                || Stream.of("_count", "count")
                        .flatMap(name -> parameters.getValuesOrEmpty(name).stream())
                        .anyMatch(count -> !USUAL_COUNT.matcher(count).matches())
                || isXml(ContentNegotiation.choose(parameters.getValue("_format"), accept));
    }

    /** Stored resources are JSON; XML is made of each anew. */
    private static boolean isXml(Optional<MediaType> form) {
        return form.filter(f -> f.wire() == Wire.XML).isPresent();
    }
}
