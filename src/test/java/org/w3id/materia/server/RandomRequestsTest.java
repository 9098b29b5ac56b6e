package org.w3id.materia.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is asked, the answer is one of the request's own terms: no fault but "not now", and no word of the program's inside. {@code
 * -Dmateria.requests=100000 -Dmateria.seed=7} asks for more and for others.
 */
@Tag("server")
class RandomRequestsTest {
    private static final int REQUESTS = Integer.getInteger("materia.requests", 2_000);
    private static final long SEED = Long.getLong("materia.seed", 20261127L);
    private static final int LONGEST_WAIT = 20_000;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private static final Pattern OF_THE_PROGRAM = Pattern.compile(
            "\\b(?:java|javax|jakarta|com\\.fasterxml|com\\.ctc|ca\\.uhn|org\\.hl7|org\\.eclipse|org\\.apache|org\\.w3id)\\.[a-z]\\w*\\.|\\b[A-Z]\\w+(?:Exception|Error)\\b|HAPI-\\d|\\bat"
                    + " [a-z.]+\\.[A-Z]\\w+\\.");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.indication("i", "a"),
                Medicines.composition("c", "Medication/a"),
                Medicines.markdown("b"),
                Colours.codeSystem(),
                Colours.warm(),
                Colours.signals());
        server.ready.set(true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void noRequestMeetsAFault() throws IOException {
        RandomRequests requests = new RandomRequests(SEED);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS && wrong.size() < 20; i++) {
            byte[] request = requests.next();
            String answer = answer(request);
            Matcher status = STATUS.matcher(answer);
            boolean told = status.lookingAt();
            int code = told ? Integer.parseInt(status.group(1)) : 0;
            Matcher inside = OF_THE_PROGRAM.matcher(answer);
            if (!told || code >= 500 && code != 503 || inside.find()) {
                wrong.add(i + ": " + new String(request, ISO_8859_1) + "\n→ "
                        + answer.substring(0, Math.min(900, answer.length())));
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** All of it: the request asks for the connection to be closed. */
    private static String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.server.address().getPort())) {
            socket.setSoTimeout(LONGEST_WAIT);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // Refused before all of it was sent; the answer is there.
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
