package org.w3id.materia.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.materia.model.Finding;

/** One generation of the knowledge base, unchanging. Safe for several threads. */
public interface Snapshot extends AutoCloseable {
    /** Number of the generation: 0 where nothing has ever been committed, and greater with each commit. */
    long generation();

    /** When the generation was committed. */
    Instant committed();

    /** The resource, or empty where there is none of that type and id. */
    Optional<StoredResource> read(ResourceKey key);

    /**
     * The page of the result that the query asks for.
     *
     * @throws org.w3id.materia.model.Failure invalid where {@link Query#after()} is not what a page of such a search gave
     */
    SearchPage search(Query query);

    /** Takes every resource of a type that matches, whatever their number, in ascending order of id: page after page. */
    default void forEach(String type, List<Criterion> allOf, Consumer<StoredResource> take) {
        Optional<String> after = Optional.empty();
        do {
            SearchPage page = search(new Query(type, allOf, Query.LARGE_PAGE, after));
            page.resources().forEach(take);
            after = page.next();
        } while (after.isPresent());
    }

    /**
     * What the resource refers to by its search parameters, in the order of the resource, each once: without reading
     * its content.
     *
     * @param parameter code of the reference parameter; empty asks for those of all
     * @return relative references only; the targets need not exist. Empty where there is no such resource
     */
    List<ResourceKey> references(ResourceKey key, Optional<String> parameter);

    /**
     * A version of a resource: the current one or an earlier one that is still kept, also of a resource that has been
     * removed. A content that came back later is the same version; then its newest time is told.
     */
    Optional<StoredResource> vread(ResourceKey key, String versionId);

    /** When the resource was removed; empty where it is there, and where there never was one that is remembered. */
    Optional<Instant> deleted(ResourceKey key);

    /**
     * The page of the history that the query asks for, the newest change first.
     *
     * @throws org.w3id.materia.model.Failure invalid where {@link HistoryQuery#after()} is not what a page of a history gave
     */
    HistoryPage history(HistoryQuery query);

    /** Behind the last change of this generation. */
    ChangePoint changePoint();

    /**
     * What has changed from a place to {@link #changePoint()}: each resource once, by the last change of it, in the order of these.
     *
     * @return empty where the place is none of this sequence, so that nobody knows what has changed since
     */
    Optional<List<ChangedResource>> changesSince(ChangePoint place);

    /** Fingerprint of every source, by its id. */
    Map<String, String> sources();

    /** The findings of every source, in the order of the sources' ids. */
    List<Finding> findings();

    /** How many resources there are, by type; types without any are absent. */
    Map<String, Integer> counts();

    @Override
    void close();
}
