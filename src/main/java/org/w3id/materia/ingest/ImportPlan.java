package org.w3id.materia.ingest;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.w3id.materia.model.Finding;

/**
 * What an import has to do.
 *
 * @param changed monographs that are new, or whose fingerprint is another
 * @param unchanged how many monographs stay as they are
 * @param collection ids of all monographs that are there
 * @param shipped those whose fingerprint is another
 * @param gone ids of sources that are stored and are there no longer, or cannot be read any longer
 * @param findings of the folders, and of files that cannot be read
 */
record ImportPlan(
        List<MonographFile> changed,
        int unchanged,
        Set<String> collection,
        List<ShippedResources> shipped,
        List<String> gone,
        List<Finding> findings) {
    private static final String MONOGRAPHS = "monographs/";

    /** Id of a monograph's source in the store. */
    static String sourceId(MonographFile file) {
        return MONOGRAPHS + file.path();
    }

    static boolean isMonograph(String sourceId) {
        return sourceId.startsWith(MONOGRAPHS);
    }

    boolean isEmpty() {
        return changed.isEmpty() && shipped.isEmpty() && gone.isEmpty();
    }

    /**
     * Compares all files with what is stored.
     *
     * @param stored fingerprints by id of source
     * @param converter what fingerprints depend on beside content
     */
    static ImportPlan of(
            MonographFolders.Listing listing,
            List<ShippedResources> shipped,
            Map<String, String> stored,
            String converter) {
        Set<MonographFile> changed = ConcurrentHashMap.newKeySet();
        Set<MonographFile> unreadable = ConcurrentHashMap.newKeySet();
        Queue<Finding> findings = new ConcurrentLinkedQueue<>(listing.findings());
        Set<String> collection = listing.ids();
        Workers.forEach(listing.files(), file -> {
            try {
                String content = Fingerprint.of(file.content(), converter);
                if (!Fingerprint.holds(stored.getOrDefault(sourceId(file), ""), content, collection)) {
                    changed.add(file);
                }
            } catch (IOException e) {
                unreadable.add(file);
                findings.add(file.unreadable(e));
            }
        });
        List<MonographFile> readable =
                listing.files().stream().filter(f -> !unreadable.contains(f)).toList();
        Set<String> gone = new HashSet<>(stored.keySet());
        readable.forEach(file -> gone.remove(sourceId(file)));
        shipped.forEach(each -> gone.remove(each.source().id()));
        return new ImportPlan(
                readable.stream().filter(changed::contains).toList(),
                readable.size() - changed.size(),
                collection,
                shipped.stream()
                        .filter(s -> !s.source()
                                .fingerprint()
                                .equals(stored.get(s.source().id())))
                        .toList(),
                gone.stream().sorted().toList(),
                List.copyOf(findings));
    }
}
