package org.w3id.materia.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.IndexedResource;

/** The stages from a monograph's bytes to resources with their index values. Safe for several threads. */
@FunctionalInterface
public interface MonographConverter {
    /**
     * What came of a monograph.
     *
     * @param resources empty where the file is not served as a medicine
     * @param findings what a person should know about the file
     * @param mentioned ids of the monographs that it links to where they are in the collection
     */
    record Conversion(List<IndexedResource> resources, List<Finding> findings, Set<String> mentioned) {
        public Conversion {
            resources = List.copyOf(resources);
            findings = List.copyOf(findings);
            mentioned = Set.copyOf(mentioned);
        }
    }

    /**
     * Converts one monograph. Everything but times of last update depends on path, content, and which of the monographs that it
     * mentions are in the collection.
     *
     * @param path of the file, relative to the folder that was named
     * @param content its bytes
     * @param collection ids of all monographs that are there
     * @param imported the import's time, for {@code meta.lastUpdated}
     * @throws Exception where it cannot be converted at all; the message becomes a finding
     */
    Conversion convert(String path, byte[] content, Set<String> collection, Instant imported) throws Exception;
}
