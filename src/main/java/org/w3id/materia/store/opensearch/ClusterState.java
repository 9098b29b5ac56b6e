package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.materia.store.opensearch.client.Clauses;

/**
 * What is served: the document whose replacement publishes an import.
 *
 * @param newest the generation that is served
 * @param index number of the generation with which the index began, so that one built anew is another; 0 before it
 * @param earlier generations that clients may still page through, the newest first
 */
record ClusterState(Commit newest, long index, List<Superseded> earlier) {
    /**
     * A generation.
     *
     * @param number grows with each import
     * @param committed with milliseconds
     * @param lastEntry number of the newest change
     */
    record Commit(long number, Instant committed, long lastEntry) {}

    /** @param since when it was superseded */
    record Superseded(Commit commit, Instant since) {}

    ClusterState {
        earlier = List.copyOf(earlier);
    }

    /** Before the first import. */
    static ClusterState empty() {
        return new ClusterState(new Commit(0, Instant.EPOCH, 0), 0, List.of());
    }

    /**
     * The one that an import makes. Its number is the time where that is larger, so that indices which were built anew do not give a
     * number a second time.
     */
    long nextNumber(Instant now) {
        return Math.max(newest.number() + 1, now.toEpochMilli());
    }

    /** What follows when that generation is published. */
    ClusterState followedBy(Commit next, int kept, Duration keptFor) {
        Stream<Superseded> all = Stream.concat(
                Stream.of(new Superseded(newest, next.committed())),
                earlier.stream().filter(each -> !isExpired(each, next.committed(), keptFor)));
        return new ClusterState(
                next, index == 0 ? next.number() : index, all.limit(kept).toList());
    }

    private static boolean isExpired(Superseded each, Instant now, Duration keptFor) {
        return each.since().isBefore(now.minus(keptFor));
    }

    /** The generation of that number, where it is the newest or still kept. */
    Optional<Commit> find(long number, Instant now, Duration keptFor) {
        return newest.number() == number
                ? Optional.of(newest)
                : earlier.stream()
                        .filter(each -> each.commit().number() == number && !isExpired(each, now, keptFor))
                        .map(Superseded::commit)
                        .findFirst();
    }

    /** The oldest generation that anybody may still ask. */
    long oldest() {
        return earlier.isEmpty()
                ? newest.number()
                : earlier.get(earlier.size() - 1).commit().number();
    }

    ObjectNode toJson() {
        ObjectNode json = written(newest).put("index", index);
        ArrayNode all = json.withArray("earlier");
        earlier.forEach(
                each -> all.add(written(each.commit()).put("since", each.since().toEpochMilli())));
        return json;
    }

    private static ObjectNode written(Commit commit) {
        return Clauses.object()
                .put("number", commit.number())
                .put("committed", commit.committed().toEpochMilli())
                .put("lastEntry", commit.lastEntry());
    }

    static ClusterState of(JsonNode json) {
        List<Superseded> earlier = new ArrayList<>();
        json.path("earlier")
                .forEach(each -> earlier.add(new Superseded(
                        commit(each), Instant.ofEpochMilli(each.path("since").asLong()))));
        return new ClusterState(commit(json), json.path("index").asLong(), earlier);
    }

    private static Commit commit(JsonNode json) {
        return new Commit(
                json.path("number").asLong(),
                Instant.ofEpochMilli(json.path("committed").asLong()),
                json.path("lastEntry").asLong());
    }
}
