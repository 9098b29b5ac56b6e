package org.w3id.materia.server.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** Finds what a search is to include beside its matches (FHIR R4, 3.1.1.5.4), each resource once. */
final class Inclusion {
    /** More on one page would be no page any more. */
    private static final int MOST = 1000;

    private final Snapshot snapshot;
    private final SearchParameters parameters;
    private final Map<ResourceKey, StoredResource> found = new LinkedHashMap<>();

    private Inclusion(Snapshot snapshot, SearchParameters parameters) {
        this.snapshot = snapshot;
        this.parameters = parameters;
    }

    /**
     * The included resources, in the order in which they are reached.
     *
     * @throws Failure too costly where there are more than a thousand
     */
    static Collection<StoredResource> of(
            List<StoredResource> matches, List<Include> includes, Snapshot snapshot, SearchParameters parameters) {
        if (includes.isEmpty() || matches.isEmpty()) {
            return List.of();
        }
        Inclusion inclusion = new Inclusion(snapshot, parameters);
        matches.forEach(match -> inclusion.found.put(match.key(), match));
        List<ResourceKey> from = matches.stream().map(StoredResource::key).toList();
        List<Include> applied = includes;
        while (!from.isEmpty()) {
            List<ResourceKey> reached = new ArrayList<>();
            for (Include include : applied) {
                if (include.reverse()) {
                    inclusion.referring(from, include, reached);
                } else {
                    inclusion.referredTo(from, include, reached);
                }
            }
            from = reached;
            applied = includes.stream().filter(Include::iterate).toList();
        }
        matches.forEach(match -> inclusion.found.remove(match.key()));
        return inclusion.found.values();
    }

    private void referredTo(List<ResourceKey> from, Include include, List<ResourceKey> reached) {
        for (ResourceKey key : from) {
            TimeBudget.check();
            if (key.type().equals(include.source())) {
                for (ResourceKey target : snapshot.references(key, include.parameter())) {
                    if (include.target().map(target.type()::equals).orElse(true) && !found.containsKey(target)) {
                        snapshot.read(target).ifPresent(resource -> add(resource, reached));
                    }
                }
            }
        }
    }

    private void referring(List<ResourceKey> from, Include include, List<ResourceKey> reached) {
        List<Criterion.Match> targets = new ArrayList<>();
        for (ResourceKey key : from) {
            if (include.target().map(key.type()::equals).orElse(true)) {
                targets.add(new Criterion.RefersTo(key.type(), key.id()));
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        List<String> codes =
                include.parameter().map(List::of).orElseGet(() -> Include.references(include.source(), parameters));
        for (String code : codes) {
            Query query = new Query(
                    List.of(include.source()),
                    List.of(new Criterion(code, targets)),
                    List.of(),
                    MOST + 1,
                    Optional.empty());
            SearchPage page = snapshot.search(query);
            page.resources().stream().filter(r -> !found.containsKey(r.key())).forEach(r -> add(r, reached));
        }
    }

    private void add(StoredResource resource, List<ResourceKey> reached) {
        if (found.putIfAbsent(resource.key(), resource) == null) {
            reached.add(resource.key());
        }
        if (found.size() > MOST) {
            throw Failure.tooCostly("More than " + MOST
                    + " resources would be included. Ask for smaller pages ('_count') or include less.");
        }
    }
}
