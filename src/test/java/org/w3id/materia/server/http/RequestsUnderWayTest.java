package org.w3id.materia.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RequestsUnderWayTest {
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final RequestsUnderWay requests = new RequestsUnderWay(
            new Holding(), request -> request.getHttpURI().getPath().equals("/stream"));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(requests);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void withoutRequestsTheEndIsNow() {
        requests.whenEnded(() -> ended.add("a"));
        requests.whenEnded(() -> ended.add("b"));
        assertThat(ended).containsExactly("a", "b");
    }

    @Test
    void requestsThatBeganBeforeAreWaitedForAndLaterOnesAreNot() throws Exception {
        CompletableFuture<?> first = begin("first");
        requests.whenEnded(() -> ended.add("a"));
        CompletableFuture<?> second = begin("second");
        requests.whenEnded(() -> ended.add("b"));
        CompletableFuture<?> third = begin("third");

        end("second", second);
        assertThat(ended).isEmpty(); // The first may have what the second has.
        end("first", first);
        awaitEnded(2);
        assertThat(ended).containsExactly("a", "b");
        end("third", third);
        requests.whenEnded(() -> ended.add("c"));
        awaitEnded(3);
        assertThat(ended).containsExactly("a", "b", "c");
    }

    @Test
    void requestsThatFailOrAreNotAnsweredHaveEnded() throws Exception {
        assertThat(get("failing").get().statusCode()).isEqualTo(500);
        assertThat(get("unknown").get().statusCode()).isEqualTo(404);
        requests.whenEnded(() -> ended.add("a"));
        awaitEnded(1);
    }

    @Test
    void requestsThatHoldNothingAreNotWaitedFor() throws Exception {
        CompletableFuture<?> stream = begin("stream");
        requests.whenEnded(() -> ended.add("a"));
        assertThat(ended).containsExactly("a");
        end("stream", stream);
    }

    private CompletableFuture<HttpResponse<String>> begin(String name) throws Exception {
        held.put(name, new Held());
        CompletableFuture<HttpResponse<String>> answer = get(name);
        held.get(name).begun.await();
        return answer;
    }

    private void end(String name, CompletableFuture<?> answer) throws Exception {
        held.get(name).mayEnd.countDown();
        answer.get();
    }

    /** The client may have its answer a moment before the server has finished with the request. */
    private void awaitEnded(int actions) {
        while (ended.size() < actions) {
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/" + path);
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final class Held {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
    }

    /** Answers when the test says so. */
    private final class Holding extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String name = request.getHttpURI().getPath().substring(1);
            if (name.equals("failing")) {
                throw new IllegalStateException("as the test wants it");
            }
            Held mine = held.get(name);
            if (mine == null) {
                return false;
            }
            mine.begun.countDown();
            mine.mayEnd.await();
            callback.succeeded();
            return true;
        }
    }
}
