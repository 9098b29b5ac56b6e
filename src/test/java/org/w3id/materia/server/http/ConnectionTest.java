package org.w3id.materia.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** One connection, several requests (RFC 9112, 9.3). */
@Tag("server")
class ConnectionTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.knowledge("b", "Bisoprolol"),
                Medicines.knowledge("c", "Codeine"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        List<String> paths = List.of(
                "MedicationKnowledge/a",
                "MedicationKnowledge?_id=b",
                "MedicationKnowledge/none", // HAPI's way between two of the fast path's
                "MedicationKnowledge/c?_format=xml",
                "MedicationKnowledge/c");
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(paths.stream()
                            .map(ConnectionTest::request)
                            .reduce("", String::concat)
                            .getBytes(ISO_8859_1));
            for (String path : paths) {
                Answer answer = Answer.read(socket.getInputStream());
                assertThat(answer.body())
                        .as(path)
                        .isEqualTo(server.get("fhir/" + path).body());
                assertThat(answer.status()).isEqualTo(path.endsWith("none") ? 404 : 200);
            }
        }
    }

    @Test
    void connectionServesRequestAfterRequestUntilTheClientCloses() throws IOException {
        try (Socket socket = connect()) {
            for (String id : Stream.of("a", "b", "c", "a").toList()) {
                socket.getOutputStream()
                        .write(request("MedicationKnowledge/" + id).getBytes(ISO_8859_1));
                assertThat(Answer.read(socket.getInputStream()).body()).contains("\"id\":\"" + id + "\"");
            }
            String last = request("MedicationKnowledge/a").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(last.getBytes(ISO_8859_1));
            assertThat(Answer.read(socket.getInputStream()).status()).isEqualTo(200);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aRequestThatIsRefusedBeforeItsBodyArrivesEndsTheConnectionAndSaysSo() throws IOException {
        String refused = request("ValueSet/$expand")
                .replace("GET", "POST")
                .replace(
                        "\r\n\r\n",
                        "\r\nAccept: text/html\r\nContent-Type: application/fhir+json\r\nContent-Length: 2\r\n\r\n");
        try (Socket socket = connect()) {
            socket.getOutputStream().write(refused.getBytes(ISO_8859_1));
            Answer answer = Answer.read(socket.getInputStream());
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.isLast()).isTrue();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket socket = connect()) {
            socket.getOutputStream().write((refused + "{}" + request("MedicationKnowledge/a")).getBytes(ISO_8859_1));
            Answer answer = Answer.read(socket.getInputStream());
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.isLast()).isFalse();
            assertThat(Answer.read(socket.getInputStream()).body()).contains("\"id\":\"a\"");
        }
    }

    /** RFC 9113, 3.3: the client's preface, its settings, and a request in the static table of HPACK (RFC 7541, appendix A). */
    @Test
    void aClientThatBeginsWithHttp2IsAnsweredInIt() throws IOException {
        String path = "/fhir/MedicationKnowledge/a";
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        fields.write(new byte[] {(byte) 0x82, (byte) 0x86, 4, (byte) path.length()}); // GET, http, :path as it stands
        fields.write(path.getBytes(ISO_8859_1));
        fields.write(new byte[] {1, 9}); // :authority as it stands
        fields.write("localhost".getBytes(ISO_8859_1));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
        request.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
        request.write(new byte[] {0, 0, (byte) fields.size(), 1, 5, 0, 0, 0, 1}); // HEADERS, all of them, and no body
        fields.writeTo(request);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.toByteArray());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            StringBuilder body = new StringBuilder();
            boolean last = false;
            while (!last) {
                int head = in.readInt();
                int type = head & 0xff;
                last = (in.readByte() & 1) != 0 && type <= 1;
                in.readInt();
                byte[] payload = in.readNBytes(head >>> 8);
                body.append(type == 0 ? new String(payload, ISO_8859_1) : "");
            }
            assertThat(body.toString())
                    .isEqualTo(server.get("fhir/MedicationKnowledge/a").body());
        }
    }

    /** The JDK's client asks for the change by default. */
    @Test
    void aRequestToChangeToHttp2IsAnsweredWithoutTheChange() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.base() + "/MedicationKnowledge/a"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.body())
                .isEqualTo(server.get("fhir/MedicationKnowledge/a").body());
    }

    private static Socket connect() throws IOException {
        URI address = server.server.address();
        return new Socket(address.getHost(), address.getPort());
    }

    private static String request(String path) {
        return "GET /fhir/" + path + " HTTP/1.1\r\nHost: "
                + server.server.address().getAuthority() + "\r\n\r\n";
    }

    /**
     * An answer that says its length.
     *
     * @param isLast whether it says that the connection ends
     */
    private record Answer(int status, boolean isLast, String body) {
        static Answer read(InputStream in) throws IOException {
            String status = line(in);
            int length = -1;
            boolean isLast = false;
            for (String field = line(in); !field.isEmpty(); field = line(in)) {
                isLast |= field.equalsIgnoreCase("Connection: close");
                if (field.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            field.substring(field.indexOf(':') + 1).strip());
                }
            }
            assertThat(length).as("Content-Length").isNotNegative();
            return new Answer(
                    Integer.parseInt(status.split(" ", 3)[1]),
                    isLast,
                    new String(in.readNBytes(length), java.nio.charset.StandardCharsets.UTF_8));
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                assertThat(c).as("end of the connection").isNotEqualTo(-1);
                line.append((char) c);
            }
            return line.toString().strip();
        }
    }
}
