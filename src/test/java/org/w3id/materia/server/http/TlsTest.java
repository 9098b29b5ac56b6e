package org.w3id.materia.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.model.pem.PemFiles;
import org.w3id.materia.model.pem.UnusableCertificateException;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.ServerConfiguration;

@Tag("server")
class TlsTest {
    /** A look is a handshake, and without a pause they take all processors for as long as the server leaves its files alone. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void everyKindOfKeyServesBothVersionsOfHttp(String algorithm) throws Exception {
        SelfSigned own = new SelfSigned(folder, algorithm);
        try (TestServer server = serverWith(own)) {
            String base = server.server.secureAddress().orElseThrow() + "fhir";
            assertThat(base).startsWith("https://");
            for (Version version : Version.values()) {
                HttpResponse<String> page = get(own, version, base + "/MedicationKnowledge?_id=a");
                assertThat(page.version()).isEqualTo(version);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains("\"fullUrl\":\"" + base + "/MedicationKnowledge/a\"")
                        .contains("\"url\":\"" + base + "/MedicationKnowledge?_id=a\"");
                assertThat(get(own, version, base + "/MedicationKnowledge/a?_format=xml")
                                .body())
                        .startsWith("<MedicationKnowledge");
            }
            assertThat(server.get("fhir/MedicationKnowledge/a").statusCode()).isEqualTo(200);
        }
    }

    /** A pair that does not fit, as between the writing of the two files, changes nothing. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void aRenewedCertificateIsTakenUp() throws Exception {
        SelfSigned own = new SelfSigned(folder, "EC");
        SelfSigned renewed = new SelfSigned(Files.createDirectory(folder.resolve("renewed")), "EC", 2);
        try (TestServer server = serverWith(own)) {
            String read = server.server.secureAddress().orElseThrow() + "fhir/MedicationKnowledge/a";
            HttpClient before =
                    HttpClient.newBuilder().sslContext(own.trusting()).build();
            assertThat(status(before, read)).isEqualTo(200);

            Files.copy(renewed.certificate, own.certificate, StandardCopyOption.REPLACE_EXISTING);
            assertThat(get(own, Version.HTTP_1_1, read).statusCode()).isEqualTo(200);
            Files.copy(renewed.key, own.key, StandardCopyOption.REPLACE_EXISTING);
            while (!isTrusted(renewed, read)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos()); // Ends with the test's time.
            }

            assertThat(isTrusted(own, read)).isFalse();
            assertThat(status(before, read)).isEqualTo(200); // Its connection goes on.
        }
    }

    private static int status(HttpClient client, String uri) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean isTrusted(SelfSigned certificate, String uri) throws Exception {
        try {
            return get(certificate, Version.HTTP_1_1, uri).statusCode() == 200;
        } catch (SSLHandshakeException e) {
            return false;
        }
    }

    @Test
    void keyOfAnotherCertificateIsNamed() throws Exception {
        SelfSigned own = new SelfSigned(folder, "EC");
        SelfSigned other = new SelfSigned(Files.createDirectory(folder.resolve("other")), "EC", 2);
        refused(own.certificate, other.key, other.key.toString(), "is not that of the first certificate in");
        SelfSigned ofOtherKind = new SelfSigned(folder, "RSA");
        refused(own.certificate, ofOtherKind.key, "is not that of the first certificate in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void keyInAnotherFormComesWithTheCommandThatConvertsIt(String label) throws Exception {
        SelfSigned own = new SelfSigned(folder, "EC");
        Path key = SelfSigned.write(folder.resolve("old.pem"), label, new byte[] {1});
        refused(own.certificate, key, label, "openssl pkcs8 -topk8 -nocrypt -in " + key);
    }

    @Test
    void fileThatHoldsNothingOfTheKindIsNamed() throws Exception {
        SelfSigned own = new SelfSigned(folder, "EC");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        refused(empty, own.key, "no certificate", empty.toString());
        refused(own.certificate, empty, "no private key", empty.toString());
        refused(own.certificate, folder.resolve("absent"), "Cannot read", "absent");
        refused(own.key, own.key, own.key.toString(), "no certificates in PEM");
    }

    private static TestServer serverWith(SelfSigned own) {
        TestServer server = new TestServer(
                TestServer.emptyKnowledge(), Optional.of(new ServerConfiguration.Tls(0, own.certificate, own.key)));
        server.put("test", Medicines.knowledge("a", "Amoxicillin"));
        return server;
    }

    private static HttpResponse<String> get(SelfSigned own, Version version, String uri) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(version)
                .sslContext(own.trusting())
                .build();
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(Path certificate, Path key, String... message) {
        assertThatExceptionOfType(UnusableCertificateException.class)
                .isThrownBy(() -> PemFiles.read(certificate, key))
                .satisfies(e -> assertThat(e.getMessage()).contains(message));
    }
}
