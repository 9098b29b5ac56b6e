package org.w3id.materia.server.infobutton;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.SafetyCheck;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.server.http.AllowedMethods;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** Answers knowledge requests at {@code /infobutton}, and lets everything else pass. */
public final class InfobuttonHandler extends Handler.Abstract {
    private static final String PATH = "/infobutton";
    private static final int MOST_MEDICINES = 25;

    private final KnowledgeBase knowledge;
    private final SafetyCheck names;
    private final Function<Request, String> address;

    /**
     * @param names finds the medicines that codes and words name
     * @param address of the server, as the client sees it, without a slash at the end
     */
    public InfobuttonHandler(KnowledgeBase knowledge, SafetyCheck names, Function<Request, String> address) {
        this.knowledge = knowledge;
        this.names = names;
        this.address = address;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).replaceFirst("/$", "").equals(PATH)) {
            return false;
        }
        if (!AllowedMethods.isReading(request, response, callback)) {
            return true;
        }
        try {
            answer(KnowledgeRequest.parse(parameters(request)), request, response, callback);
        } catch (Failure failure) {
            response.setStatus(HttpStatus.BAD_REQUEST_400);
            send("text/plain", failure.getMessage().getBytes(StandardCharsets.UTF_8), response, callback);
        }
        return true;
    }

    private static Map<String, List<String>> parameters(Request request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
            parameters.put(field.getName(), field.getValues());
        }
        return parameters;
    }

    private void answer(KnowledgeRequest asked, Request request, Response response, Callback callback) {
        String base = address.apply(request);
        Feed feed;
        List<MedicineFacts> medicines;
        try (Snapshot snapshot = knowledge.snapshot()) {
            medicines = medicines(asked, snapshot);
            feed = feed(asked, medicines, snapshot, base);
        }
        switch (asked.form()) {
            case "application/json" -> send("application/json", JsonFeed.of(feed), response, callback);
            case "text/html" -> {
                if (medicines.size() == 1) {
                    response.setStatus(HttpStatus.FOUND_302);
                    response.getHeaders()
                            .put(
                                    HttpHeader.LOCATION,
                                    base + "/medicines/" + medicines.get(0).id());
                    callback.succeeded();
                } else {
                    send("text/html", HtmlFeed.of(feed), response, callback);
                }
            }
            case "application/atom+xml" -> send("application/atom+xml", AtomFeed.of(feed), response, callback);
            default -> send("text/xml", AtomFeed.of(feed), response, callback);
        }
    }

    /** Those that the criteria name; where they name none, those that are for the conditions that they name. */
    private List<MedicineFacts> medicines(KnowledgeRequest asked, Snapshot snapshot) {
        Map<String, MedicineFacts> found = new LinkedHashMap<>();
        for (Term criterion : asked.criteria()) {
            List<MedicineFacts> named = names.medicines(criterion, snapshot);
            (named.isEmpty() ? names.medicinesFor(criterion, MOST_MEDICINES, snapshot) : named)
                    .forEach(m -> found.putIfAbsent(m.id(), m));
        }
        return found.values().stream().limit(MOST_MEDICINES).toList();
    }

    private static Feed feed(KnowledgeRequest asked, List<MedicineFacts> medicines, Snapshot snapshot, String base) {
        List<Feed.Category> categories = new ArrayList<>();
        asked.echo().forEach((name, values) -> values.forEach(v -> categories.add(new Feed.Category(name, v))));
        Entries entries = new Entries(asked, snapshot, base);
        List<Feed.Entry> all =
                medicines.stream().flatMap(m -> entries.of(m).stream()).toList();
        String labels =
                String.join(", ", asked.criteria().stream().map(Term::label).toList());
        String id = "urn:uuid:" + UUID.nameUUIDFromBytes(categories.toString().getBytes(StandardCharsets.UTF_8));
        return new Feed(
                base,
                snapshot.committed().truncatedTo(ChronoUnit.SECONDS).toString(),
                new Feed.Question(id, "Materia results for " + labels, categories),
                all);
    }

    private static void send(String type, byte[] body, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type + ";charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
