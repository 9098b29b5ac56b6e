package org.w3id.materia.ingest;

import java.util.List;
import java.util.Set;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;

/**
 * Marks a knowledge base that was filled with the samples, in the commit that fills it, so that the samples never replace somebody's
 * own monographs unasked.
 */
public final class SampleMark {
    private static final Source MARK = new Source("samples", "1");

    private SampleMark() {}

    /** To be imported along with the samples, and with nothing else. */
    public static ShippedResources asSource() {
        return new ShippedResources(MARK, imported -> List.of());
    }

    /** Whether there are medicines, and not of the samples. */
    public static boolean isMissing(Snapshot snapshot) {
        Set<String> sources = snapshot.sources().keySet();
        return !sources.contains(MARK.id()) && sources.stream().anyMatch(ImportPlan::isMonograph);
    }
}
