package org.w3id.materia.store.opensearch.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.Failure;

/**
 * Requests to the cluster. Each goes to the nodes in turn; one that does not answer, or has too much to do, is passed over for a while and
 * the request goes to the next, so everything asked by this must be right to ask twice. What only reads is asked of the next node as well
 * when the first is silent for a while, as a machine is that hangs, and the first answer counts. Where no node is left, requests fail at
 * once rather than wait for one.
 */
public final class ClusterClient {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterClient.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** How long a node may be silent before another one is asked as well: longer than a search takes, shorter than people wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<ClusterNode> nodes;
    private final ClusterSettings settings;
    private final Connections connections;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * What the cluster said.
     *
     * @param status below 500
     */
    public record Answer(int status, JsonNode body) {
        /** Whether the cluster did what it was asked for; all else has a body that says why not. */
        public boolean isOk() {
            return status < 300;
        }
    }

    private record Attempt(ClusterNode node, HttpRequest request, CompletableFuture<HttpResponse<byte[]>> response) {}

    public ClusterClient(ClusterSettings settings) {
        this.settings = settings;
        this.nodes = settings.nodes().stream().map(ClusterNode::new).toList();
        this.connections = new Connections(settings.tls());
    }

    /** A request that must be right: any other answer is a fault of ours. */
    public JsonNode ask(String method, String path, ObjectNode body, Duration time) {
        Answer answer = send(method, path, "application/json", body == null ? null : body.toString(), time);
        if (!answer.isOk()) {
            throw new IllegalStateException(
                    method + " " + path + " is answered by " + answer.status() + ": " + reason(answer.body()));
        }
        return answer.body();
    }

    /** A request whose refusal means something. */
    public Answer tryTo(String method, String path, ObjectNode body, Duration time) {
        return send(method, path, "application/json", body == null ? null : body.toString(), time);
    }

    /** Lines of JSON, as {@code _bulk} takes them. */
    public Answer sendLines(String path, String lines, Duration time) {
        return send("POST", path, "application/x-ndjson", lines, time);
    }

    /** Why the cluster refused. */
    public static String reason(JsonNode body) {
        JsonNode cause = body.path("error").path("root_cause").path(0).path("reason");
        return cause.isMissingNode() ? body.toString() : cause.asText();
    }

    private Answer send(String method, String path, String type, String body, Duration time) {
        boolean reads = method.equals("GET") || path.contains("/_search?");
        Duration patience = reads ? PATIENCE : time.plus(Connections.CONNECT);
        int first = Math.floorMod(turn.getAndIncrement(), nodes.size());
        BlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();
        List<Attempt> underWay = new ArrayList<>();
        for (int i = 0; i < nodes.size() || !underWay.isEmpty(); i++) {
            boolean isLast = i >= nodes.size();
            if (!isLast) {
                ClusterNode node = nodes.get((first + i) % nodes.size());
                if (!node.isToBeAsked(System.nanoTime())) {
                    continue;
                }
                underWay.add(begin(node, request(node, method, path, type, body, time), ended));
            }
            Attempt attempt = next(ended, isLast ? time.plus(Connections.CONNECT) : patience);
            underWay.remove(attempt);
            Answer answer = attempt == null ? null : answer(attempt);
            if (answer != null) {
                underWay.forEach(ClusterClient::giveUp);
                return answer;
            }
        }
        throw Failure.unavailable("The cluster that keeps the content does not answer. Try again shortly.");
    }

    private Attempt begin(ClusterNode node, HttpRequest request, BlockingQueue<Attempt> ended) {
        Attempt attempt = new Attempt(
                node, request, connections.client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
        CompletableFuture<?> unused = attempt.response().whenComplete((response, failure) -> ended.add(attempt));
        return attempt;
    }

    /** The next that has ended; null where none has in that time. */
    private static Attempt next(BlockingQueue<Attempt> ended, Duration time) {
        try {
            return ended.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable("The request was given up while the cluster was asked.");
        }
    }

    /** Another node has answered, which this one had more time for. */
    private static void giveUp(Attempt attempt) {
        passOver(attempt.node(), "has not answered what another node has");
        attempt.response().cancel(true);
    }

    private HttpRequest request(ClusterNode node, String method, String path, String type, String body, Duration time) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(time)
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /** Null where another node should be asked. */
    private static Answer answer(Attempt attempt) {
        ClusterNode node = attempt.node();
        try {
            HttpResponse<byte[]> response = attempt.response().join();
            if (response.statusCode() == 429 || response.statusCode() > 500) {
                passOver(node, "answers " + response.statusCode());
                return null;
            }
            node.answered();
            if (response.statusCode() == 500) {
                // Of this request perhaps: others go on.
                LOG.warn(
                        "The node {} fails at {}", node, attempt.request().uri().getPath());
                return null;
            }
            return new Answer(
                    response.statusCode(),
                    response.body().length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(response.body()));
        } catch (JsonProcessingException e) {
            passOver(node, "answers what is no JSON");
            return null;
        } catch (IOException | CompletionException e) {
            passOver(node, String.valueOf(e.getCause() == null ? e : e.getCause()));
            return null;
        }
    }

    private static void passOver(ClusterNode node, String why) {
        node.failed(System.nanoTime());
        LOG.warn("The node {} is passed over for a while: {}", node, why);
    }
}
