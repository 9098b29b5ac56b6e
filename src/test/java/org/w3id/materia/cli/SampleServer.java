package org.w3id.materia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.store.KnowledgeBase;

/** What {@code serve} serves out of the box, the samples that are shipped, on a free port of this machine. */
public final class SampleServer implements AutoCloseable {
    private static final class Shared {
        static final SampleServer SERVER = start();

        private static SampleServer start() {
            try {
                return SampleServer.start(Files.createTempDirectory(Path.of("target"), "samples"));
            } catch (IOException | UnusableFolderException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Service service;
    private final String base;

    private SampleServer(Service service, String base) {
        this.service = service;
        this.base = base;
    }

    /** The one of all tests of a process that only read; it ends with the process. */
    public static SampleServer shared() {
        return Shared.SERVER;
    }

    /** @param data an empty directory, for the index */
    public static SampleServer start(Path data) throws UnusableFolderException {
        Service service = new Service(
                new Wiring(data), data, Monographs.samples(), ServerConfiguration.local(0, ThisRelease.get()));
        AtomicReference<String> base = new AtomicReference<>();
        service.start((fhir, served) -> base.set(fhir));
        return new SampleServer(service, base.get());
    }

    /**
     * Fills a knowledge base with what {@code serve} serves out of the box.
     *
     * @param data where nothing is loaded
     */
    public static void fill(KnowledgeBase knowledge, Path data) throws UnusableFolderException {
        Monographs samples = Monographs.samples();
        new Wiring(data).importInto(knowledge, samples).run(samples.folders(), ImportListener.NONE);
    }

    /** URL of the FHIR base, without a slash at the end. */
    public String base() {
        return base;
    }

    /** URL of the server, without a slash at the end. */
    public String address() {
        return base.substring(0, base.length() - "/fhir".length());
    }

    @Override
    public void close() {
        service.close();
    }
}
