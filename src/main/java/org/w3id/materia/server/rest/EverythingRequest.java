package org.w3id.materia.server.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.server.search.PageCursor;
import org.w3id.materia.server.search.RequestUrl;
import org.w3id.materia.server.search.Searches;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/**
 * What a client asks of {@code $everything}.
 *
 * @param count resources on a page; absent for all in one Bundle
 */
record EverythingRequest(Address address, Wanted wanted, Optional<Integer> count, Optional<PageCursor> cursor) {
    /**
     * Where it is asked.
     *
     * @param url of the request without paging
     */
    record Address(String serverBase, String url) {}

    /**
     * Which resources are wanted.
     *
     * @param types empty for all
     * @param since only what has changed after it
     */
    record Wanted(Set<String> types, Optional<Instant> since) {
        boolean has(StoredResource resource) {
            return (types.isEmpty() || types.contains(resource.key().type()))
                    && since.map(resource.lastUpdated()::isAfter).orElse(true);
        }
    }

    /** @throws Failure where a parameter has a wrong value */
    static EverythingRequest parse(String id, OperationParameters parameters, Searches searches, String serverBase) {
        Set<String> types = new LinkedHashSet<>();
        parameters.value("_type").ifPresent(value -> {
            for (String type : value.split(",", -1)) {
                if (!searches.serves(type)) {
                    throw Failure.invalid("'_type' names '" + type + "', which is no resource type of this server.");
                }
                types.add(type);
            }
        });
        RequestUrl url = new RequestUrl(serverBase, "MedicationKnowledge/" + id + "/$everything");
        for (String name : List.of("_type", "_since", "_count")) {
            parameters.value(name).ifPresent(value -> url.with(name, value));
        }
        return new EverythingRequest(
                new Address(serverBase, url.toString()),
                new Wanted(types, parameters.value("_since").map(value -> instant("_since", value))),
                parameters.value("_count").map(searches::count),
                parameters.value("_cursor").map(PageCursor::parse));
    }

    /** @param medicine the MedicationKnowledge, in the snapshot */
    EncodedBundle answer(StoredResource medicine, Snapshot snapshot) {
        List<StoredResource> all = resources(medicine, snapshot);
        int from = cursor.map(PageCursor::offset).orElse(0);
        int to = (int) Math.min(all.size(), (long) from + count.orElse(all.size()));
        BundleWriter bundle = new BundleWriter("searchset", address.serverBase(), 64 * 1024)
                .json("meta", "{\"lastUpdated\":\"" + BundleWriter.instant(snapshot.committed()) + "\"}")
                .json("total", Integer.toString(all.size()))
                .link("self", cursor.map(this::page).orElse(address.url()));
        if (to < all.size()) {
            bundle.link("next", page(new PageCursor(snapshot.generation(), Integer.toString(to))));
        }
        all.subList(Math.min(from, to), to).forEach(resource -> bundle.entry(resource, "{\"mode\":\"match\"}"));
        return new EncodedBundle(bundle.end());
    }

    /** The monograph's Provenance names all that was made of it, but for the Substances, which it shares with others. */
    private List<StoredResource> resources(StoredResource medicine, Snapshot snapshot) {
        ResourceKey provenance = new ResourceKey("Provenance", medicine.key().id());
        Set<ResourceKey> keys = new LinkedHashSet<>();
        keys.add(medicine.key());
        keys.addAll(snapshot.references(medicine.key(), Optional.of("ingredient")));
        keys.addAll(snapshot.references(provenance, Optional.of("target")));
        keys.add(provenance);
        List<StoredResource> resources = new ArrayList<>();
        for (ResourceKey key : keys) {
            snapshot.read(key).filter(wanted::has).ifPresent(resources::add);
        }
        return resources;
    }

    private String page(PageCursor at) {
        return new RequestUrl(address.url()).with("_cursor", at.toString()).toString();
    }

    /** @throws Failure invalid where the value of the parameter is no instant */
    static Instant instant(String parameter, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter + "': it is an instant such as"
                    + " 2026-11-23T01:50:24Z ('+' in a URL is written %2B).");
        }
    }
}
