package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.bulk.ExportLimits;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.config.Observability;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.server.terminology.BuiltInTerminology;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.terminology.loaded.LoadListener;
import org.w3id.materia.terminology.loaded.LoadedLibrary;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;
import org.w3id.materia.terminology.loaded.UnusableReleaseException;
import org.w3id.materia.terminology.operation.library.JoinedLibraries;
import org.w3id.materia.terminology.operation.library.ResourceLibrary;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** A server on a free port of this machine, with what a test puts in. */
public final class TestServer implements AutoCloseable {
    public static final FhirContext CONTEXT = FhirContext.forR4Cached();
    public static final SearchParameters PARAMETERS = SearchParameters.load();
    public static final Instant CONVERTED = Instant.parse("2026-11-23T01:50:24.123Z");
    private static final TerminologyLibrary LIBRARY = BuiltInTerminology.library(CONTEXT);
    private static final ServerConfiguration.Changes CHANGES =
            new ServerConfiguration.Changes(2, Duration.ofMillis(200));

    /** The usual ones, with bounds of sizes that a test can reach. */
    public static final Limits LIMITS = Limits.DEFAULT.with(new Limits.Sizes(4096, 2048));

    private static final SearchIndexer INDEXER = new SearchIndexer(PARAMETERS);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Read when a test asks in words. */
    private static final class Names {
        static final ConceptFinder SHIPPED = ShippedLexicon.alone();
    }

    public final KnowledgeBase knowledge;
    public final Exports exports;
    public final AtomicBoolean ready = new AtomicBoolean();

    /** How far the clock of the exports is ahead. */
    public final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public final MateriaServer server;

    public TestServer(KnowledgeBase knowledge) {
        this(knowledge, Optional.empty());
    }

    public TestServer(KnowledgeBase knowledge, Optional<ServerConfiguration.Tls> tls) {
        this(knowledge, tls, 2048);
    }

    /** @param body how many bytes the body of a request may have */
    public TestServer(KnowledgeBase knowledge, Optional<ServerConfiguration.Tls> tls, int body) {
        this(knowledge, tls, body, List.of());
    }

    /** @param trustedProxies addresses whose forwarding headers are believed */
    public TestServer(
            KnowledgeBase knowledge, Optional<ServerConfiguration.Tls> tls, int body, List<String> trustedProxies) {
        this(
                knowledge,
                LIBRARY,
                usual().tls(tls)
                        .limits(LIMITS.with(new Limits.Sizes(4096, body)))
                        .trustedProxies(trustedProxies)
                        .build());
    }

    /** A server whose CDS services ask for tokens, and which is {@code https://care.example} to its clients. */
    public static TestServer trusting(KnowledgeBase knowledge, TrustedIssuer... issuers) {
        return new TestServer(
                knowledge,
                LIBRARY,
                usual().publicBase(Optional.of("https://care.example/fhir"))
                        .limits(LIMITS.with(new Limits.Sizes(4096, 1 << 20)))
                        .cdsIssuers(List.of(issuers))
                        .build());
    }

    /** A server that tells nobody of changes. */
    public static TestServer withoutListeners() {
        return new TestServer(
                committedKnowledge(),
                LIBRARY,
                usual().changes(ServerConfiguration.Changes.to(0)).build());
    }

    /** The usual one, for those who change something of it. */
    public static ServerConfiguration.Builder usual() {
        return ServerConfiguration.of(new ServerConfiguration.Release("1.2.3", LocalDate.of(2026, 11, 23)))
                .limits(LIMITS)
                .changes(CHANGES)
                .observability(
                        new Observability(OptionalInt.empty(), Observability.RequestLogForm.TEXT, Optional.empty()));
    }

    /** A server that holds the resources and is run as said. */
    public static TestServer run(ServerConfiguration configuration, Resource... resources) {
        TestServer server = new TestServer(emptyKnowledge(), LIBRARY, configuration);
        server.put("test", resources);
        return server;
    }

    private TestServer(KnowledgeBase knowledge, TerminologyLibrary library, ServerConfiguration configuration) {
        this.knowledge = knowledge;
        exports = Exports.open(
                directory("exports"), knowledge, new ExportLimits(1, 2, Duration.ofHours(24), 2), () -> Instant.now()
                        .plus(ahead.get()));
        server = new MateriaServer(
                CONTEXT,
                new ServedContent(knowledge, PARAMETERS, () -> library, () -> Names.SHIPPED),
                configuration,
                exports,
                ready::get);
        server.start();
    }

    /** A server that holds the resources. */
    public static TestServer with(Resource... resources) {
        TestServer server = new TestServer(emptyKnowledge());
        server.put("test", resources);
        return server;
    }

    /** A server that takes large requests, as terminology operations are. */
    public static TestServer forTerminology(Resource... resources) {
        TestServer server = new TestServer(emptyKnowledge(), Optional.empty(), 1 << 20);
        server.put("test", resources);
        return server;
    }

    /** A server that has loaded the releases. */
    public static TestServer withReleases(Path... releases) throws UnusableReleaseException {
        LoadedTerminologies loaded = LoadedTerminologies.in(directory("loaded"), new LuceneConceptStore());
        for (Path release : releases) {
            loaded.load(release, LoadListener.NONE);
        }
        return knowing(new LoadedLibrary(loaded));
    }

    /** A server that knows the resources as terminology, and does not serve them. */
    public static TestServer withTerminology(MetadataResource... resources) {
        return knowing(new ResourceLibrary(List.of(resources)));
    }

    private static TestServer knowing(TerminologyLibrary library) {
        TestServer server = new TestServer(
                emptyKnowledge(),
                new JoinedLibraries(List.of(library, LIBRARY)),
                usual().limits(LIMITS.with(new Limits.Sizes(4096, 1 << 20))).build());
        server.put("test");
        return server;
    }

    /** A new knowledge base in a directory of its own. */
    public static KnowledgeBase emptyKnowledge() {
        return TestStores.open(directory("server-test"));
    }

    /** One that holds nothing, and says so: an import has been committed. */
    public static KnowledgeBase committedKnowledge() {
        KnowledgeBase knowledge = emptyKnowledge();
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source("nothing", "1"), List.of());
            session.commit();
        }
        return knowledge;
    }

    private static Path directory(String name) {
        try {
            return Files.createTempDirectory(Path.of("target"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports the resources as all that {@code source} has. */
    public void put(String source, Resource... resources) {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(
                    new Source(source, "1"),
                    Arrays.stream(resources).map(TestServer::indexed).toList());
            session.commit();
        }
    }

    static IndexedResource indexed(Resource resource) {
        String version = Integer.toHexString(
                CONTEXT.newJsonParser().encodeResourceToString(resource).hashCode());
        resource.getMeta().setVersionId(version);
        resource.getMeta().setLastUpdatedElement(new org.hl7.fhir.r4.model.InstantType(CONVERTED.toString()));
        return new IndexedResource(
                new StoredResource(
                        new ResourceKey(
                                resource.fhirType(), resource.getIdElement().getIdPart()),
                        version,
                        CONVERTED,
                        CONTEXT.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8)),
                INDEXER.index(resource));
    }

    public String base() {
        return server.address() + "fhir";
    }

    /** GET of a path below the server's address, with headers as name and value in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one issue of an OperationOutcome in JSON or XML. */
    public static OperationOutcome.OperationOutcomeIssueComponent issue(HttpResponse<String> response) {
        String body = response.body();
        OperationOutcome outcome = body.startsWith("<")
                ? CONTEXT.newXmlParser().parseResource(OperationOutcome.class, body)
                : CONTEXT.newJsonParser().parseResource(OperationOutcome.class, body);
        List<OperationOutcome.OperationOutcomeIssueComponent> issues = outcome.getIssue();
        if (issues.size() != 1) {
            throw new AssertionError(body);
        }
        return issues.get(0);
    }

    @Override
    public void close() {
        server.close();
        exports.close();
        knowledge.close();
    }
}
