package org.w3id.materia.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.bulk.ExportLimits;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.ingest.FolderWatcher;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.SharedWork;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.store.opensearch.OpenSearchFolder;
import org.w3id.materia.store.opensearch.OpenSearchKnowledgeBase;
import org.w3id.materia.store.opensearch.OpenSearchWork;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;
import org.w3id.materia.terminology.loaded.SharedTerminologies;
import org.w3id.materia.terminology.loaded.TerminologyMirror;

/**
 * Where the content and the loaded terminologies are, and who fills it.
 *
 * @param isFilledHere whether this process imports; else it serves what others have imported
 * @param terminologies the loaded ones that this process answers and codes with
 * @param inCluster what there is only where all of it comes from a cluster
 */
record ContentStore(
        KnowledgeBase knowledge, boolean isFilledHere, LoadedTerminologies terminologies, Optional<InCluster> inCluster)
        implements AutoCloseable {
    /** How long a folder is quiet before what has changed in it is taken up. */
    static final Duration QUIET = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);
    private static final String EXPORTS = "exports";
    private static final String COPY = "cluster";

    /**
     * What a process has of a cluster in its data directory.
     *
     * @param lock on the directory
     * @param mirror copies the terminologies into it
     * @param exports what all that serve from the cluster know of bulk exports
     */
    record InCluster(DirectoryLock lock, TerminologyMirror mirror, SharedWork exports) {}

    /** In the data directory, for this process alone. */
    static ContentStore embedded(Path data) {
        return new ContentStore(LuceneKnowledgeBase.open(data), true, loadedInto(data), Optional.empty());
    }

    /** The terminologies in a data directory, which need not exist. */
    static LoadedTerminologies loadedInto(Path data) {
        return LoadedTerminologies.in(data, new LuceneConceptStore());
    }

    /** The terminologies in a cluster. */
    static SharedTerminologies shared(ClusterSettings cluster) {
        return new SharedTerminologies(
                OpenSearchFolder.open(cluster, SharedTerminologies.FOLDER), new LuceneConceptStore());
    }

    /**
     * In a cluster; the data directory holds copies of exports and a copy of the terminologies, which is up to date when this returns. Whoever fills a
     * cluster for which nothing was ever loaded shares what is loaded into its directory.
     */
    static ContentStore inCluster(ClusterSettings cluster, Path data, boolean isFilledHere) {
        DirectoryLock lock = DirectoryLock.acquire(data);
        try {
            SharedTerminologies shared = shared(cluster);
            LoadedTerminologies own = loadedInto(data);
            if (isFilledHere && shared.adopt(own)) {
                LOG.info("The terminologies in {} are shared by all that use the cluster from now on.", data);
            }
            Path copy = data.resolve(COPY);
            TerminologyMirror mirror = shared.mirror(copy);
            mirror.update();
            LoadedTerminologies terminologies = loadedInto(copy);
            if (!own.list().isEmpty() && !own.fingerprintOfAll().equals(terminologies.fingerprintOfAll())) {
                LOG.warn(
                        "What was loaded into {} without --store is not used: the cluster's terminologies are."
                                + " Load it with --store.",
                        data.toAbsolutePath());
            }
            return new ContentStore(
                    OpenSearchKnowledgeBase.open(cluster),
                    isFilledHere,
                    terminologies,
                    Optional.of(new InCluster(lock, mirror, OpenSearchWork.open(cluster, EXPORTS))));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A copy of the cluster's terminologies in a data directory, for a command that needs no more of the cluster. */
    static CopiedTerminologies copied(ClusterSettings cluster, Path data) {
        DirectoryLock lock = DirectoryLock.acquire(data);
        try {
            Path copy = data.resolve(COPY);
            shared(cluster).mirror(copy).update();
            return new CopiedTerminologies(loadedInto(copy), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Terminologies that no other process changes meanwhile.
     *
     * @param lock on their data directory
     */
    record CopiedTerminologies(LoadedTerminologies terminologies, DirectoryLock lock) implements AutoCloseable {
        @Override
        public void close() {
            lock.close();
        }
    }

    /** Bulk exports of this store: those of this process, or of all that serve from the cluster. */
    Exports exports(Path data) {
        Path directory = data.resolve(EXPORTS);
        return inCluster
                .map(own -> Exports.shared(
                        own.exports(), directory, knowledge, ExportLimits.DEFAULT, InstantSource.system()))
                .orElseGet(() -> Exports.open(directory, knowledge, ExportLimits.DEFAULT, InstantSource.system()));
    }

    /**
     * Looks for loads from now on.
     *
     * @param changed called after each
     * @return ends it when it is closed
     */
    AutoCloseable followLoads(Runnable changed) {
        if (inCluster.isEmpty()) {
            return FolderWatcher.watch(List.of(terminologies.folder()), QUIET, changed);
        }
        TerminologyMirror mirror = inCluster.get().mirror();
        mirror.follow(changed);
        return mirror;
    }

    @Override
    public void close() {
        knowledge.close();
        inCluster.ifPresent(own -> own.lock().close());
    }
}
