package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.report.Alert;

/** How often cards of each kind were accepted and overridden. Nothing else of feedback is kept: no comment, no time, no card. */
final class Feedback {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OUTCOMES = List.of("accepted", "overridden");

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    /**
     * Counts what a client tells (CDS Hooks 2.0, Feedback).
     *
     * @throws Failure invalid where it is not as it has to be; then nothing of it is counted
     */
    void take(byte[] body) {
        JsonNode feedback = JsonBody.read(body).path("feedback");
        if (!feedback.isArray() || feedback.isEmpty()) {
            throw Failure.invalid("Feedback is an object with an array 'feedback'.");
        }
        List<String> told = new ArrayList<>();
        for (JsonNode each : feedback) {
            told.add(kindAndOutcome(each));
        }
        told.forEach(key -> counts.computeIfAbsent(key, k -> new LongAdder()).increment());
    }

    private static String kindAndOutcome(JsonNode each) {
        String outcome = each.path("outcome").asText("");
        if (!OUTCOMES.contains(outcome)) {
            throw Failure.invalid("An 'outcome' is accepted or overridden (cds-fb-1).");
        }
        if (!each.path("outcomeTimestamp").isTextual()) {
            throw Failure.invalid("Feedback has an 'outcomeTimestamp'.");
        }
        if (outcome.equals("accepted") && each.path("acceptedSuggestions").isEmpty()) {
            throw Failure.invalid("Feedback on an accepted card has 'acceptedSuggestions' (cds-fb-2).");
        }
        JsonNode reason = each.path("overrideReason");
        if (!reason.isMissingNode() && !reason.hasNonNull("reason") && !reason.hasNonNull("userComment")) {
            throw Failure.invalid("An 'overrideReason' has a 'reason' or a 'userComment' (cds-fb-3).");
        }
        Alert.Kind kind = CardKind.of(each.path("card").asText(""))
                .orElseThrow(() -> Failure.invalid("'card' is the uuid of a card of this server."));
        return kind.code() + " " + outcome;
    }

    /** The counts by kind and outcome, since the server began. */
    ObjectNode counts() {
        ObjectNode answer = JSON.createObjectNode();
        counts.forEach((key, count) -> {
            String[] parts = key.split(" ");
            ObjectNode ofKind = answer.has(parts[0]) ? (ObjectNode) answer.get(parts[0]) : answer.putObject(parts[0]);
            ofKind.put(parts[1], count.sum());
        });
        return answer;
    }
}
