package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.SafetyReport;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.StatedFact;
import org.w3id.materia.safety.stated.Strength;

/**
 * A report as cards (CDS Hooks 2.0, CDS Service Response): one for what is stated of the same medicines in the same way, so that three
 * sentences about one pair are one card.
 */
final class Cards {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SUMMARY = 139;
    private static final int LONGEST_NAME = 60;
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final Map<String, String> REASONS = reasons();

    private final SafetyReport report;
    private final List<ListedMedicine> medicines;
    private final String address;

    private Cards(SafetyReport report, List<ListedMedicine> medicines, String address) {
        this.report = report;
        this.medicines = medicines;
        this.address = address;
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("benefit-outweighs-risk", "Benefit outweighs the risk");
        reasons.put("monitored", "Will be monitored");
        reasons.put("tolerated-before", "Tolerated before");
        reasons.put("does-not-apply", "Does not apply to this patient");
        reasons.put("record-inaccurate", "Record is not accurate");
        return reasons;
    }

    /**
     * @param notSupplied what the client did not send along, in words; empty where it sent all
     * @param address of the server, without a slash at the end
     */
    static ObjectNode of(
            SafetyReport report, List<ListedMedicine> medicines, List<String> notSupplied, String address) {
        Cards cards = new Cards(report, medicines, address);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode all = answer.putArray("cards");
        cards.grouped().forEach(alerts -> all.add(cards.card(alerts)));
        if (!notSupplied.isEmpty()) {
            all.add(cards.notChecked(notSupplied));
        }
        return answer;
    }

    private record Group(Alert.Kind kind, Set<Integer> medicines, String subject) {}

    /** Alerts that are told together. */
    private Iterable<List<Alert>> grouped() {
        Map<Group, List<Alert>> groups = new LinkedHashMap<>();
        for (Alert alert : report.alerts()) {
            String subject = alert.kind() == Alert.Kind.CONDITION || alert.kind() == Alert.Kind.DUPLICATE
                    ? alert.subject().words()
                    : "";
            groups.computeIfAbsent(
                            new Group(alert.kind(), Set.copyOf(alert.subject().medicines()), subject),
                            g -> new ArrayList<>())
                    .add(alert);
        }
        return groups.values();
    }

    private ObjectNode card(List<Alert> alerts) {
        Alert first = alerts.get(0);
        ObjectNode card = JSON.createObjectNode();
        card.put("uuid", CardKind.uuid(first.kind()));
        card.put("summary", summary(first));
        card.put("indicator", indicator(first.rating().severity()));
        card.put("detail", detail(alerts));
        ObjectNode source = card.putObject("source").put("label", "Materia");
        source.put("url", first.fact().map(this::page).orElse(address + "/"));
        source.putObject("topic")
                .put("system", ACT_CODE)
                .put("code", first.kind().code())
                .put("display", first.kind().display());
        addSuggestions(first, card);
        ArrayNode reasons = card.putArray("overrideReasons");
        REASONS.forEach((code, display) -> reasons.addObject()
                .put("system", Canonical.codeSystem("override-reason"))
                .put("code", code)
                .put("display", display));
        Set<StatedFact> facts = new LinkedHashSet<>();
        alerts.forEach(a -> a.fact().ifPresent(facts::add));
        addLinks(facts, card);
        return card;
    }

    private void addLinks(Set<StatedFact> facts, ObjectNode card) {
        Map<String, String> byUrl = new LinkedHashMap<>();
        facts.forEach(
                fact -> byUrl.putIfAbsent(page(fact), fact.medicine().name() + ": the sentence in its monograph"));
        if (!byUrl.isEmpty()) {
            ArrayNode links = card.putArray("links");
            byUrl.forEach((url, label) ->
                    links.addObject().put("label", label).put("url", url).put("type", "absolute"));
        }
    }

    /** Taking back each order that the card is about. At most one is taken: cancelling both would cancel the treatment. */
    private void addSuggestions(Alert alert, ObjectNode card) {
        ArrayNode suggestions = JSON.createArrayNode();
        for (int number : alert.subject().medicines()) {
            ListedMedicine medicine = medicines.get(number);
            if (medicine.isNew() && !medicine.reference().isEmpty()) {
                ObjectNode suggestion = suggestions
                        .addObject()
                        .put("label", "Cancel the order of " + name(number))
                        .put("uuid", UUID.randomUUID().toString());
                suggestion
                        .putArray("actions")
                        .addObject()
                        .put("type", "delete")
                        .put("description", "Cancel the order of " + name(number))
                        .put("resourceId", medicine.reference());
            }
        }
        if (!suggestions.isEmpty()) {
            card.set("suggestions", suggestions);
            card.put("selectionBehavior", "at-most-one");
        }
    }

    private String summary(Alert alert) {
        String first = name(alert.subject().medicines().get(0));
        String both = alert.subject().medicines().size() < 2
                ? first
                : first + " with " + name(alert.subject().medicines().get(1));
        String text = (alert.isCertain() ? "" : "Possibly: ") + heading(alert) + ": "
                + switch (alert.kind()) {
                    case INTERACTION -> both;
                    case CONDITION -> first + " in " + alert.subject().words();
                    case ALLERGY -> first;
                    case PREGNANCY -> first + " in pregnancy";
                    case LACTATION -> first + " while breastfeeding";
                    case AGE -> first + " in " + alert.subject().words();
                    case DUPLICATE ->
                        alert.subject().words() + " in " + first + " and "
                                + name(alert.subject()
                                        .medicines()
                                        .get(alert.subject().medicines().size() - 1));
                    case HIGH_DOSE -> both;
                    case LOW_DOSE -> first;
                };
        return text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY - 1) + "…";
    }

    private static String heading(Alert alert) {
        return switch (alert.kind()) {
            case ALLERGY -> "Allergy";
            case DUPLICATE -> "One substance twice";
            case HIGH_DOSE -> "Dose above what is stated";
            case LOW_DOSE -> "Dose below what is stated";
            default -> alert.rating().strength().map(Cards::heading).orElse("Interaction");
        };
    }

    private static String heading(Strength strength) {
        return switch (strength) {
            case CONTRAINDICATED -> "Contraindicated";
            case NOT_RECOMMENDED -> "Not recommended";
            case CAUTION -> "Caution";
        };
    }

    private static String indicator(Severity severity) {
        return switch (severity) {
            case HIGH -> "critical";
            case MODERATE -> "warning";
            case LOW -> "info";
        };
    }

    /** Each sentence once, with how it was matched. */
    private String detail(List<Alert> alerts) {
        Map<String, Set<String>> bySentence = new LinkedHashMap<>();
        Map<String, String> sources = new HashMap<>();
        for (Alert alert : alerts) {
            String sentence = alert.fact()
                    .map(f -> "> " + Markdown.escaped(f.sentence()))
                    .orElse("There is no monograph of it here.");
            alert.fact()
                    .ifPresent(f -> sources.putIfAbsent(
                            sentence, "\n\n[" + Markdown.escaped(f.medicine().name()) + "](" + page(f) + ")"));
            bySentence
                    .computeIfAbsent(sentence, s -> new LinkedHashSet<>())
                    .add(Markdown.escaped(alert.ground().explanation()));
        }
        StringBuilder detail = new StringBuilder();
        bySentence.forEach((sentence, how) -> detail.append(sentence)
                .append(sources.getOrDefault(sentence, ""))
                .append("\n\n")
                .append(String.join(" ", how))
                .append("\n\n"));
        return detail.append("Read by a program from the monograph, which alone is authoritative.")
                .toString();
    }

    private ObjectNode notChecked(List<String> notSupplied) {
        ObjectNode card = JSON.createObjectNode();
        card.put("uuid", UUID.randomUUID().toString());
        card.put("summary", "Not checked: " + String.join(", ", notSupplied) + " were not sent along");
        card.put("indicator", "info");
        card.put("detail", "That there is no card about them does not say that nothing is stated.");
        card.putObject("source").put("label", "Materia").put("url", address + "/");
        return card;
    }

    private String page(StatedFact fact) {
        return address + "/medicines/" + fact.medicine().id()
                + (fact.place().anchor().isEmpty() ? "" : "#" + fact.place().anchor());
    }

    /** What a medicine is called, in one line and without anything that a page could take for its own. */
    private String name(int number) {
        String name =
                report.medicines().get(number).replaceAll("[\\p{Cntrl}<>]", " ").strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
