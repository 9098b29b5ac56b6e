package org.w3id.materia.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.TestServer;

/** A hundred mebibytes sent to a server that takes one: it answers why not, and does not read on. */
@Timeout(60)
@Tag("server")
class LargeRequestTest {
    private static final int LIMIT = 1 << 20;
    private static final int SENT = 100 << 20;
    private static final byte[] CHUNK = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    private static final String BEGIN = "{\"resourceType\":\"Parameters\",";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(TestServer.committedKnowledge(), Optional.empty(), LIMIT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValueSet/$expand", "MedicationKnowledge/$check"})
    void bodyOfStatedLengthIsRefusedUnread(String operation) throws IOException {
        Answered answered = send(operation, "Content-Length: " + (BEGIN.length() + SENT) + "\r\n", false);
        assertRefused(answered);
    }

    @Test
    void bodyInChunksIsReadNoFurtherThanTheLimit() throws IOException {
        assertRefused(send("ValueSet/$expand", "Transfer-Encoding: chunked\r\n", true));
    }

    @Test
    void smallBodyThatUnpacksToALargeOneIsRefused() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(BEGIN.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < SENT; sent += CHUNK.length) {
                gzip.write(CHUNK);
            }
        }
        assertThat(small.size()).isLessThan(LIMIT);
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/ValueSet/$expand",
                BodyPublishers.ofByteArray(small.toByteArray()),
                "Content-Type",
                "application/fhir+json",
                "Content-Encoding",
                "gzip");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOLONG);
    }

    @Test
    void compressedBodyWithinTheLimitIsUnderstood() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write((BEGIN
                            + "\"parameter\":[{\"name\":\"url\",\"valueUri\":\"http://hl7.org/fhir/ValueSet/days-of-week\"}]}")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/ValueSet/$expand",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "application/fhir+json",
                "Content-Encoding",
                "gzip");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"code\":\"wed\"");
    }

    private static void assertRefused(Answered answered) {
        assertThat(answered.response()).startsWith("HTTP/1.1 413 ");
        String body = answered.response().substring(answered.response().indexOf('{'));
        OperationOutcome outcome = TestServer.CONTEXT
                .newJsonParser()
                .parseResource(OperationOutcome.class, body.substring(0, body.lastIndexOf('}') + 1));
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(IssueType.TOOLONG);
        // What the sockets of both sides hold comes on top of what the server read.
        assertThat(answered.sent()).isLessThan(SENT / 4);
    }

    /**
     * What came of a large request.
     *
     * @param sent bytes of the body that the server, or the network before it, took
     */
    private record Answered(String response, long sent) {}

    /** Sends until the server takes no more, and reads what it says meanwhile. */
    private static Answered send(String operation, String length, boolean chunked) throws IOException {
        URI address = URI.create(server.base());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            CompletableFuture<String> response = CompletableFuture.supplyAsync(() -> read(socket));
            OutputStream out = socket.getOutputStream();
            out.write(("POST /fhir/" + operation + " HTTP/1.1\r\nHost: " + address.getHost()
                            + "\r\nContent-Type: application/fhir+json\r\n" + length + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long sent = 0;
            try {
                write(out, BEGIN.getBytes(StandardCharsets.US_ASCII), chunked);
                while (sent < SENT) {
                    write(out, CHUNK, chunked);
                    sent += CHUNK.length;
                }
            } catch (IOException e) {
                // The server has said what it had to say.
            }
            return new Answered(response.join(), sent);
        }
    }

    private static void write(OutputStream out, byte[] bytes, boolean chunked) throws IOException {
        if (chunked) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** All that comes until the connection ends, in whatever way. */
    private static String read(Socket socket) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                all.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // Reset, as the server closed while more was on its way.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
