package org.w3id.materia.server.rest;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.element.TimeSpan;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.server.form.EntityTag;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.server.search.PageCursor;
import org.w3id.materia.server.search.RequestUrl;
import org.w3id.materia.server.search.ResultParameters;
import org.w3id.materia.server.search.Searches;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryPage;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.HistoryQuery.Scope;
import org.w3id.materia.store.HistoryQuery.Stretch;
import org.w3id.materia.store.Snapshot;

/** Histories of resources, types and the server (FHIR R4, 3.1.0.14), newest change first, page by page. */
final class Histories {
    private static final String CURSOR = "_cursor";
    private static final Set<String> PARAMETERS = Set.of("_since", "_at", "_count", CURSOR);

    private final Searches searches;

    Histories(Searches searches) {
        this.searches = searches;
    }

    /**
     * One page.
     *
     * @param path of what has the history, below the base, with a slash behind it; empty for the server
     * @param newest what a history begins with that has no cursor
     * @throws Failure not found where the scope is a resource that has never been here; invalid where a parameter is wrong
     */
    EncodedBundle of(Scope scope, String path, ServletRequestDetails details, Snapshot newest) {
        Map<String, String> values = values(details.getServletRequest().getParameterMap());
        String base = details.getFhirServerBase();
        RequestUrl url = new RequestUrl(base, path + "_history");
        details.getServletRequest().getParameterMap().forEach((name, given) -> {
            if (!name.equals(CURSOR)) {
                url.with(name, given[0]);
            }
        });
        boolean countOnly =
                Arrays.equals(details.getServletRequest().getParameterMap().get("_summary"), new String[] {"count"});
        Optional<PageCursor> cursor = Optional.ofNullable(values.get(CURSOR)).map(PageCursor::parse);
        HistoryQuery query = new HistoryQuery(
                scope,
                Optional.ofNullable(values.get("_since"))
                        .map(value -> span("_since", value).start()),
                Optional.ofNullable(values.get("_at")).map(value -> {
                    TimeSpan span = span("_at", value);
                    return new Stretch(span.start(), span.end());
                }),
                searches.count(countOnly ? "0" : values.get("_count")),
                cursor.map(PageCursor::after));
        if (cursor.isEmpty()) {
            return bundle(query, url.toString(), cursor, newest, base);
        }
        try (Snapshot begun = searches.begun(cursor.get(), url.toString())) {
            return bundle(query, url.toString(), cursor, begun, base);
        }
    }

    private static EncodedBundle bundle(
            HistoryQuery query, String url, Optional<PageCursor> cursor, Snapshot snapshot, String base) {
        HistoryPage page = snapshot.history(query);
        if (query.scope() instanceof HistoryQuery.OfResource one && isUnknown(one, snapshot)) {
            throw Failure.notFound("There has never been a " + one.key().type() + " with the id '"
                    + one.key().id() + "'.");
        }
        BundleWriter bundle = new BundleWriter("history", base, 16 * 1024)
                .json("meta", "{\"lastUpdated\":\"" + BundleWriter.instant(snapshot.committed()) + "\"}")
                .json("total", Integer.toString(page.total()))
                .link("self", cursor.map(at -> page(url, at)).orElse(url));
        page.next().ifPresent(next -> bundle.link("next", page(url, new PageCursor(snapshot.generation(), next))));
        page.entries().forEach(entry -> write(entry, bundle));
        // A generation never changes: whoever asks again is told of a new one alone.
        return new EncodedBundle(bundle.end(), new EntityTag(Long.toString(snapshot.generation(), 36)));
    }

    private static boolean isUnknown(HistoryQuery.OfResource one, Snapshot snapshot) {
        return snapshot.read(one.key()).isEmpty() && snapshot.deleted(one.key()).isEmpty();
    }

    private static void write(HistoryEntry entry, BundleWriter bundle) {
        boolean created = entry.change() == HistoryEntry.Change.CREATED;
        Map<String, String> request = new LinkedHashMap<>();
        request.put(
                "method",
                BundleWriter.quoted(
                        switch (entry.change()) {
                            case CREATED -> "POST";
                            case UPDATED -> "PUT";
                            case DELETED -> "DELETE";
                        }));
        request.put(
                "url",
                BundleWriter.quoted(created ? entry.key().type() : entry.key().toString()));
        Map<String, String> response = new LinkedHashMap<>();
        response.put(
                "status",
                BundleWriter.quoted(
                        switch (entry.change()) {
                            case CREATED -> "201 Created";
                            case UPDATED -> "200 OK";
                            case DELETED -> "204 No Content";
                        }));
        entry.resource()
                .ifPresent(r ->
                        response.put("etag", BundleWriter.quoted(EntityTag.of(r).header())));
        response.put("lastModified", BundleWriter.quoted(BundleWriter.instant(entry.when())));
        Map<String, String> more = new LinkedHashMap<>();
        more.put("request", BundleWriter.object(request));
        more.put("response", BundleWriter.object(response));
        bundle.entry(
                bundle.url(entry.key()), entry.resource().map(r -> r.json()).orElse(null), more);
    }

    private static Map<String, String> values(Map<String, String[]> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, given) -> {
            if (ResultParameters.OF_EVERY_REQUEST.contains(name)) {
                return;
            }
            if (!PARAMETERS.contains(name)) {
                throw Failure.invalid("A history has no parameter '" + name + "'. It has: _since, _at and _count.");
            }
            if (given.length > 1) {
                throw Failure.invalid("'" + name + "' can be given once.");
            }
            values.put(name, given[0]);
        });
        return values;
    }

    private static TimeSpan span(String name, String value) {
        try {
            return TimeSpan.parse(value);
        } catch (DateTimeParseException e) {
            throw Failure.invalid("'" + value + "' is not a value for '" + name
                    + "': it is a date or time such as 2026-11-23 or 2026-11-23T01:50:24Z ('+' in a URL is"
                    + " written %2B).");
        }
    }

    private static String page(String url, PageCursor at) {
        return new RequestUrl(url).with(CURSOR, at.toString()).toString();
    }
}
