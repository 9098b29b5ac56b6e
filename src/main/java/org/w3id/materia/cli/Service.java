package org.w3id.materia.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.ingest.FolderWatcher;
import org.w3id.materia.ingest.Import;
import org.w3id.materia.ingest.ImportReport;
import org.w3id.materia.ingest.SampleMark;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.MateriaServer;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.store.ImportRunningException;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.UnusableStoreException;

/** A knowledge base, the server in front of it and the watchers behind it, from start to end. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final AtomicBoolean ready = new AtomicBoolean();
    private final CountDownLatch somethingToServe = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Path data;
    private final Monographs monographs;
    private final ContentStore store;
    private final KnowledgeBase knowledge;
    private final Exports exports;
    private final MateriaServer server;
    private volatile Wiring wiring;
    private String loadedState;
    private Import everything;
    private final List<AutoCloseable> following = new ArrayList<>();

    /**
     * @param data the data directory
     * @throws org.w3id.materia.store.UnusableStoreException where it cannot be used, or not for these monographs
     */
    Service(Wiring first, Path data, Monographs monographs, ServerConfiguration configuration) {
        this(first, data, ContentStore.embedded(data), monographs, configuration);
    }

    /** @param store taken over */
    Service(Wiring first, Path data, ContentStore store, Monographs monographs, ServerConfiguration configuration) {
        this.data = data;
        this.store = store;
        this.monographs = monographs;
        wiring = first;
        loadedState = wiring.loadedState();
        knowledge = store.knowledge();
        requireRightMonographs();
        exports = store.exports(data);
        ServedContent content =
                new ServedContent(knowledge, wiring.parameters(), () -> wiring.terminology(), () -> wiring.names());
        server = new MateriaServer(
                wiring.context(), content, configuration, exports, () -> ready.get() && knowledge.isReachable());
        everything = wiring.importInto(knowledge, monographs);
    }

    /** The samples would take the place of medicines that somebody serves from here. */
    private void requireRightMonographs() {
        if (!monographs.areSamples() || !store.isFilledHere()) {
            return;
        }
        try (Snapshot snapshot = knowledge.snapshot()) {
            if (!SampleMark.isMissing(snapshot)) {
                return;
            }
        }
        store.close();
        throw new UnusableStoreException("The data directory " + data.toAbsolutePath()
                + " holds medicines of your own, which the samples would replace. Name their folder with --monographs;"
                + " or, to serve the samples, another directory with --data.");
    }

    /**
     * Listens, imports, and becomes ready. Returns when the first import is served; what is loaded from then on, and where the
     * folders are watched what changes in them, is taken up.
     *
     * @param announce hears the server's FHIR bases and the content, once
     */
    void start(BiConsumer<String, Snapshot> announce) throws UnusableFolderException {
        LOG.info("The data directory is {}", data.toAbsolutePath());
        server.start();
        try {
            fill();
        } catch (IllegalStateException e) {
            if (!closing.get()) {
                throw e;
            }
            LOG.info("Stopped before the first import was complete; it is undone.");
            return;
        }
        if (closing.get()) {
            return;
        }
        ready.set(true);
        exports.resume();
        try (Snapshot served = knowledge.snapshot()) {
            announce.accept(addresses(), served);
        }
    }

    /** Makes what a start need not wait for and a first request should not: what the terminology operations know. */
    void prepare() {
        try {
            if (!closing.get()) {
                wiring.terminology();
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.warn("Terminology operations cannot be answered yet; each request for one tries again.", e);
        }
    }

    /** Returns when there is something to serve. */
    private void fill() throws UnusableFolderException {
        if (store.isFilledHere() && !monographs.areSamples()) {
            // Before the first import, so that no change falls between the two; imports take turns.
            follow(FolderWatcher.watch(monographs.folders(), ContentStore.QUIET, this::importAgain));
        }
        follow(store.followLoads(this::takeUpLoads));
        if (store.isFilledHere()) {
            try {
                run();
                return;
            } catch (ImportRunningException e) {
                LOG.info("Another process imports at the moment; what it imports is served.");
            }
        }
        awaitContent();
        compareLoads();
        knowledge.onCommit(this::compareLoads);
    }

    /** Between a load into a cluster and the next import what is served is coded by what was loaded before. */
    private void compareLoads() {
        try (Snapshot now = knowledge.snapshot()) {
            if (!wiring.isLoadedAsIn(now)) {
                LOG.warn(
                        "What is served was coded with other terminologies than are loaded now; the next import codes it anew.");
            }
        } catch (Failure e) {
            LOG.debug("The terminologies of the import are not known: {}", e.getMessage());
        }
    }

    /** What another process imports. */
    private void awaitContent() {
        knowledge.onCommit(somethingToServe::countDown);
        try (Snapshot now = knowledge.snapshot()) {
            if (now.generation() > 0) {
                return;
            }
        }
        LOG.info("There is nothing to serve yet: another process is to import.");
        try {
            somethingToServe.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before anything could be served", e);
        }
    }

    private String addresses() {
        String plain = server.address() + "fhir";
        String all = server.secureAddress()
                .map(secure -> plain + " and " + secure + "fhir")
                .orElse(plain);
        return server.managementAddress()
                .map(management -> all + "; health and metrics: " + management)
                .orElse(all);
    }

    /** Serves what is loaded now, and codes the monographs with it. Nothing is done for a load that is under way, or that changed nothing. */
    private synchronized void takeUpLoads() {
        for (Wiring now = wiring.renewed();
                !closing.get() && !now.loadedState().equals(loadedState);
                now = wiring.renewed()) {
            serve(now);
            try {
                importAgain();
            } catch (UncheckedIOException e) {
                if (wiring.renewed().loadedState().equals(loadedState)) {
                    throw e;
                }
                LOG.info("Another load has removed meanwhile what was being read.");
            }
        }
    }

    /** Requests under way keep what they have begun with. */
    private void serve(Wiring renewed) {
        Wiring past = wiring;
        loadedState = renewed.loadedState();
        wiring = renewed;
        server.whenRequestsEnd(past::close);
        everything = wiring.importInto(knowledge, monographs);
        LOG.info("The loaded terminologies have changed.");
    }

    private void importAgain() {
        if (!store.isFilledHere()) {
            compareLoads();
            return;
        }
        try {
            run();
        } catch (UnusableFolderException | ImportRunningException | Failure e) {
            LOG.warn("The content stays as it is: {}", e.getMessage());
        } catch (IllegalStateException e) {
            if (!closing.get()) {
                throw e;
            }
            LOG.info("Stopped before an import was complete; it is undone.");
        }
    }

    private synchronized void run() throws UnusableFolderException {
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            ImportReport report = everything.run(monographs.folders(), progress.and(server.imports()));
            report.errors().forEach(f -> LOG.warn("{}", f));
            LOG.info(
                    "{} monographs converted, {} unchanged, {} removed, {} not usable, in {} ms; {} findings (see"
                            + " 'materia check')",
                    report.converted(),
                    report.unchanged(),
                    report.removed(),
                    report.notUsable(),
                    report.duration().toMillis(),
                    report.findings().size());
        }
    }

    /** Lets requests end, undoes an import that runs, and looks at neither monographs nor loads any more. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            LOG.info("Stopping: requests that run are answered first.");
            server.close();
            exports.close();
            store.close();
            somethingToServe.countDown();
            endFollowing();
            wiring.close();
        }
    }

    /** Where the end has come first, nothing is followed. */
    private void follow(AutoCloseable follower) {
        synchronized (following) {
            following.add(follower);
        }
        if (closing.get()) {
            endFollowing();
        }
    }

    /** Behind the store, which ends what they may be at. */
    private void endFollowing() {
        List<AutoCloseable> ending;
        synchronized (following) {
            ending = List.copyOf(following);
            following.clear();
        }
        for (AutoCloseable follower : ending) {
            try {
                follower.close();
            } catch (Exception e) {
                LOG.warn("Changes are still being followed", e);
            }
        }
    }
}
