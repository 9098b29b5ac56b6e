package org.w3id.materia.cli;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.ingest.FolderWatcher;
import org.w3id.materia.ingest.Import;
import org.w3id.materia.ingest.ImportReport;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.server.MateriaServer;
import org.w3id.materia.server.ServerConfiguration;
import org.w3id.materia.server.ServerConfiguration.Limits;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: imports what is new, serves, and follows changes in the folders until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves monographs as FHIR R4; without --monographs, the samples that are shipped.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        footer = "%nEvery option may come from the environment: --port from MATERIA_PORT, and so on.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final Duration QUIET = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--monographs",
            split = ",",
            paramLabel = "DIR",
            description = "folder of Markdown files, read with its subfolders; may stand several times")
    private List<Path> monographs = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "where the index lies (default: in the user's cache)")
    private Path data;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--public-base",
            paramLabel = "URL",
            description = "URL of the FHIR base as clients see it, where a proxy stands in front")
    private String publicBase;

    @Option(names = "--access-log", description = "log every request")
    private boolean accessLog;

    @Override
    public Integer call() throws UnusableInputException, InterruptedException {
        AtomicBoolean ready = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        List<Path> folders = monographs.isEmpty() ? List.of(Samples.folder()) : monographs;
        Wiring wiring = Wiring.load();
        CountDownLatch closed = stopOnSignal(stopped);
        try (KnowledgeBase knowledge = LuceneKnowledgeBase.open(dataDirectory());
                MateriaServer server = new MateriaServer(
                        FhirContext.forR4Cached(), knowledge, wiring.parameters(), configuration(), ready::get)) {
            server.start();
            Import everything = new Import(knowledge, wiring.stages(), wiring.fingerprint(), List.of(wiring.shipped()));
            try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
                report(everything.run(folders, progress));
            }
            ready.set(true);
            announce(server, knowledge);
            waitForEnd(everything, stopped);
        } catch (UnusableFolderException | UnusableStoreException | IllegalStateException e) {
            throw new UnusableInputException(e);
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private void waitForEnd(Import everything, CountDownLatch stopped) throws InterruptedException {
        if (monographs.isEmpty()) {
            stopped.await();
            return;
        }
        FolderWatcher watcher = FolderWatcher.watch(monographs, QUIET, () -> importAgain(everything));
        try {
            stopped.await();
        } finally {
            watcher.close();
        }
    }

    private void importAgain(Import everything) {
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            report(everything.run(monographs, progress));
        } catch (UnusableFolderException e) {
            LOG.warn("The content stays as it is: {}", e.getMessage());
        }
    }

    private static void report(ImportReport report) {
        report.findings().stream().filter(f -> f.severity() == Severity.ERROR).forEach(f -> LOG.warn("{}", f));
        LOG.info(
                "{} monographs converted, {} unchanged, {} removed, {} not usable, in {} ms; {} findings (see 'materia check')",
                report.converted(),
                report.unchanged(),
                report.removed(),
                report.failed(),
                report.duration().toMillis(),
                report.findings().size());
    }

    private void announce(MateriaServer server, KnowledgeBase knowledge) {
        PrintWriter out = spec.commandLine().getOut();
        try (Snapshot snapshot = knowledge.snapshot()) {
            int resources = snapshot.counts().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            out.printf(
                    "Materia %s serves %d medicines (%d resources): %sfhir%n",
                    ThisRelease.get().version(),
                    snapshot.counts().getOrDefault("MedicationKnowledge", 0),
                    resources,
                    server.address());
        }
        out.flush();
    }

    /** SIGTERM and Ctrl-C end the wait; the process lives until all is closed. */
    private static CountDownLatch stopOnSignal(CountDownLatch stopped) {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return closed;
    }

    private Path dataDirectory() {
        return data != null ? data : DataDirectory.inCache(monographs, System.getenv(), System.getProperties());
    }

    private ServerConfiguration configuration() {
        return new ServerConfiguration(
                host, port, Optional.ofNullable(publicBase), Limits.DEFAULT, accessLog, ThisRelease.get());
    }
}
