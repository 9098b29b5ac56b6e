package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.pem.PemFiles;
import org.w3id.materia.server.http.SelfSigned;
import org.w3id.materia.store.ForwardedRequests;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.store.opensearch.client.ClusterTls;
import org.w3id.materia.store.opensearch.client.ClusterTls.OwnCertificate;

/**
 * As whom an import uses a cluster that does not take everybody: by certificate, user or token. What OpenSearch's security plugin does,
 * a proxy in front of a real node does here, over TLS.
 */
@Tag("cluster")
class ClusterAccessTest {
    private static final String REFUSAL = "{\"error\":{\"root_cause\":[{\"reason\":\"nobody knows you\"}]}}";
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static SelfSigned ofNodes;
    private static SelfSigned own;
    private static SelfSigned ofStranger;
    private static HttpsServer askingForCertificate;
    private static HttpsServer askingForName;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        TestStores.requireCluster();
        URI node = TestStores.cluster(shared).nodes().get(0);
        ofNodes = selfSigned("nodes", 1);
        own = selfSigned("own", 2);
        ofStranger = selfSigned("stranger", 3);
        askingForCertificate = proxy(node, true, Set.of());
        String user = Base64.getEncoder().encodeToString("materia:open sesame".getBytes(StandardCharsets.UTF_8));
        askingForName = proxy(node, false, Set.of("Basic " + user, "Bearer abc"));
    }

    private static SelfSigned selfSigned(String name, int number) throws Exception {
        return new SelfSigned(Files.createDirectory(shared.resolve(name)), "EC", number);
    }

    @AfterAll
    static void stop() {
        for (HttpsServer each : new HttpsServer[] {askingForCertificate, askingForName}) {
            if (each != null) {
                each.stop(0);
            }
        }
        THREADS.shutdownNow();
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("monographs")).resolve("alpha.md"),
                "---\ntitle: Alpha\n---\n\n# Alpha\n### Usage\nAlpha is used to treat pain.\n");
    }

    @Test
    void aCertificateThatTheNodesTrustIsTaken() {
        String[] asOneself = certificate(own.certificate, own.key);
        assertThat(importInto(askingForCertificate, asOneself))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("1 monographs converted, 0 unchanged");
        assertThat(importInto(askingForCertificate, asOneself))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("0 monographs converted, 1 unchanged");
    }

    @Test
    @Timeout(120)
    void aRenewedCertificateIsTakenUpWithoutARestart() throws IOException {
        Path certificate = Files.copy(ofStranger.certificate, folder.resolve("certificate.pem"));
        Path key = Files.copy(ofStranger.key, folder.resolve("key.pem"));
        ClusterClient client = new ClusterClient(new ClusterSettings(
                List.of(URI.create(address(askingForCertificate))),
                "any",
                Optional.empty(),
                new ClusterTls(Optional.of(ofNodes.certificate), Optional.of(new OwnCertificate(certificate, key))),
                ClusterSettings.LEASE_TIME));
        assertThat(isAnswered(client)).isFalse();
        Files.copy(own.key, key, StandardCopyOption.REPLACE_EXISTING);
        assertThat(isAnswered(client)).as("by the half of a pair").isFalse();
        Files.copy(own.certificate, certificate, StandardCopyOption.REPLACE_EXISTING);
        while (!isAnswered(client)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isAnswered(ClusterClient client) {
        try {
            return client.tryTo("GET", "/_cluster/health", null, Duration.ofSeconds(10))
                    .isOk();
        } catch (Failure e) {
            return false;
        }
    }

    @Test
    void anotherOneOrNoneIsNot() {
        assertThat(importInto(askingForCertificate)).isEqualTo(2);
        assertThat(importInto(askingForCertificate, certificate(ofStranger.certificate, ofStranger.key)))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nodesThatNobodyVouchesForAreToldNothing() {
        assertThat(run("--store", address(askingForName), "--store-token", "abc"))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aUserIsTakenAndATokenToo() {
        assertThat(importInto(askingForName, "--store-user", "materia", "--store-password", "open sesame"))
                .as(err.toString())
                .isZero();
        assertThat(importInto(askingForName, "--store-token", "abc"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("0 monographs converted, 1 unchanged");
    }

    @Test
    void aWrongPasswordIsToldAsTheClusterTellsIt() {
        assertThat(importInto(askingForName, "--store-user", "materia", "--store-password", "sesame"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nobody knows you");
    }

    @Test
    void filesThatDoNotFitAreNamed() {
        assertThat(importInto(askingForCertificate, certificate(own.certificate, ofStranger.key)))
                .isEqualTo(2);
        assertThat(err.toString()).contains(ofStranger.key.toString(), own.certificate.toString());
        assertThat(importInto(askingForCertificate, "--store-client-key", own.key.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--store-client-certificate and --store-client-key go together");
    }

    private static String[] certificate(Path certificate, Path key) {
        return new String[] {"--store-client-certificate", certificate.toString(), "--store-client-key", key.toString()
        };
    }

    private int importInto(HttpsServer cluster, String... as) {
        List<String> arguments = new ArrayList<>(
                List.of("--store", address(cluster), "--store-certificates", ofNodes.certificate.toString()));
        arguments.addAll(List.of(as));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                "--monographs",
                folder.resolve("monographs").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--store-prefix",
                TestStores.cluster(folder).prefix()));
        arguments.addAll(List.of(options));
        return Materia.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static String address(HttpsServer proxy) {
        return "https://localhost:" + proxy.getAddress().getPort();
    }

    /** @param names values of the header {@code Authorization} that are admitted; none where all are */
    private static HttpsServer proxy(URI node, boolean asksForCertificate, Set<String> names)
            throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trustingOwn()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setNeedClientAuth(asksForCertificate);
                parameters.setSSLParameters(tls);
            }
        });
        ForwardedRequests requests = new ForwardedRequests(node);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestHeaders().getFirst("Authorization");
            if (names.isEmpty() || name != null && names.contains(name)) {
                requests.handle(exchange);
            } else {
                refuse(exchange);
            }
        });
        server.setExecutor(THREADS);
        server.start();
        return server;
    }

    private static SSLContext trustingOwn() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(PemFiles.read(ofNodes.certificate, ofNodes.key), PemFiles.PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(PemFiles.trusted(own.certificate));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        byte[] body = REFUSAL.getBytes(StandardCharsets.UTF_8);
        boolean isEmpty = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(401, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
