package org.w3id.materia.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What is asked of something that stands in front of a node goes on to the node, unless the way is cut. */
public final class ForwardedRequests implements HttpHandler {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI node;
    private volatile boolean isCut;

    public ForwardedRequests(URI node) {
        this.node = node;
    }

    /** From now on requests are dropped without an answer, as those to a machine are that has lost its network. */
    public void cut() {
        isCut = true;
    }

    /** Requests go on again. */
    public void mend() {
        isCut = false;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!isCut) {
                answer(exchange, body);
            }
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        node.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isEmpty =
                    response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.statusCode(), isEmpty ? -1 : response.body().length);
            if (!isEmpty) {
                exchange.getResponseBody().write(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
