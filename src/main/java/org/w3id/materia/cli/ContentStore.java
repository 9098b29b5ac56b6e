package org.w3id.materia.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.store.opensearch.OpenSearchKnowledgeBase;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/**
 * Where the content is, and who fills it.
 *
 * @param isFilledHere whether this process imports; else it serves what others have imported
 * @param lock on the data directory, where the knowledge base itself is elsewhere
 */
record ContentStore(KnowledgeBase knowledge, boolean isFilledHere, Optional<DirectoryLock> lock)
        implements AutoCloseable {
    /** In the data directory, for this process alone. */
    static ContentStore embedded(Path data) {
        return new ContentStore(LuceneKnowledgeBase.open(data), true, Optional.empty());
    }

    /** In a cluster; the data directory holds exports and loaded terminologies. */
    static ContentStore inCluster(ClusterSettings cluster, Path data, boolean isFilledHere) {
        DirectoryLock lock = DirectoryLock.acquire(data);
        try {
            return new ContentStore(OpenSearchKnowledgeBase.open(cluster), isFilledHere, Optional.of(lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() {
        knowledge.close();
        lock.ifPresent(DirectoryLock::close);
    }
}
