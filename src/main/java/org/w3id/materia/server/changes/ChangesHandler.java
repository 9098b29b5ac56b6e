package org.w3id.materia.server.changes;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.bulk.FailureAnswer;
import org.w3id.materia.server.http.AllowedMethods;
import org.w3id.materia.store.ChangePoint;

/** Lets a client listen to changes, from now or from where it was cut off. */
public final class ChangesHandler extends Handler.Abstract {
    /** Where the changes are told. */
    public static final String PATH = "/fhir/changes";

    private static final String MEDIA_TYPE = "text/event-stream";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String TYPE = "_type";

    /** Seconds after which a client that found no place may try again. */
    private static final int TRY_AGAIN = 120;

    private final ChangeFeed feed;
    private final Set<String> types;
    private final FailureAnswer failures;

    /**
     * @param types those of the resources that are served
     * @param failures tells the client what is wrong
     */
    public ChangesHandler(ChangeFeed feed, Set<String> types, FailureAnswer failures) {
        this.feed = feed;
        this.types = Set.copyOf(types);
        this.failures = failures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!PATH.equals(request.getHttpURI().getPath())) {
            return false;
        }
        if (!AllowedMethods.has(request, response, callback, List.of("GET"))) {
            return true;
        }
        if (!accepts(request)) {
            Response.writeError(request, response, callback, HttpStatus.NOT_ACCEPTABLE_406);
        } else {
            listen(request, response, callback);
        }
        return true;
    }

    private void listen(Request request, Response response, Callback callback) {
        try {
            EventStream stream = new EventStream(response, callback, wanted(request), begin(request));
            HttpFields.Mutable headers = response.getHeaders();
            headers.put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            headers.put("X-Accel-Buffering", "no"); // Proxies of nginx's kind hold answers back until they are whole.
            feed.add(stream);
            request.addFailureListener(failure -> feed.remove(stream, failure));
        } catch (Failure failure) {
            response.getHeaders().remove(HttpHeader.CACHE_CONTROL);
            if (failure.category() == Failure.Category.BUSY) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
            }
            failures.send(failure, response, callback);
        }
    }

    private static boolean accepts(Request request) {
        List<String> ranges = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
        return ranges.isEmpty()
                || ranges.stream()
                        .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .anyMatch(Set.of(MEDIA_TYPE, "text/*", "*/*")::contains);
    }

    /** The types that the client wants to hear of; empty stands for all. */
    private Set<String> wanted(Request request) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
            if (!field.getName().equals(TYPE)) {
                throw Failure.invalid("The stream of changes has no parameter '" + field.getName() + "'. It has: "
                        + TYPE + ". Where it begins is said by the header " + LAST_EVENT_ID + ".");
            }
            field.getValues().forEach(value -> wanted.addAll(List.of(value.split(",", -1))));
        }
        for (String type : wanted) {
            if (!types.contains(type)) {
                throw Failure.invalid("'" + type + "' is no type that is served here. These are: "
                        + String.join(", ", new TreeSet<>(types)) + ".");
            }
        }
        return wanted;
    }

    /** Where the client was cut off; empty where it begins now. What is no place of ours is one of which nothing is known. */
    private static Optional<ChangePoint> begin(Request request) {
        return Optional.ofNullable(request.getHeaders().get(LAST_EVENT_ID))
                .filter(id -> !id.isBlank())
                .map(id -> ChangePoint.parse(id.strip()).orElse(new ChangePoint(-1, -1)));
    }
}
