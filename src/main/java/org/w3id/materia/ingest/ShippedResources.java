package org.w3id.materia.ingest;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.Source;

/**
 * Resources that come with the program and not from a folder: profiles, code systems, search parameters.
 *
 * @param source its id must not begin with {@code monographs/}
 * @param resources makes them, given the import's time; asked only where the fingerprint is new
 */
public record ShippedResources(Source source, Function<Instant, List<IndexedResource>> resources) {}
