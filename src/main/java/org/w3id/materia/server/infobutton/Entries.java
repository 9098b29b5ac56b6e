package org.w3id.materia.server.infobutton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.StatedDose;
import org.w3id.materia.safety.stated.StatedFact;
import org.w3id.materia.safety.stated.Strength;
import org.w3id.materia.server.pages.medicine.TextReader;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;

/** What there is to read of one medicine: the sections of its monograph, and before them the facts that the context asks for. */
final class Entries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECTIONS = Canonical.codeSystem("section");

    private final KnowledgeRequest request;
    private final Snapshot snapshot;
    private final String address;

    Entries(KnowledgeRequest request, Snapshot snapshot, String address) {
        this.request = request;
        this.snapshot = snapshot;
        this.address = address;
    }

    List<Feed.Entry> of(MedicineFacts medicine) {
        List<Feed.Entry> entries = new ArrayList<>();
        Optional<String> asked = TaskTopics.asked(request);
        for (String topic : TaskTopics.of(request)) {
            if (asked.isEmpty() || asked.get().equals(topic)) {
                facts(medicine, topic).ifPresent(entries::add);
                section(medicine, topic).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** Doses for such a patient; what forbids the medicine. */
    private Optional<Feed.Entry> facts(MedicineFacts medicine, String topic) {
        if (request.isForPatient()) {
            return Optional.empty();
        }
        if (topic.equals("dosage") && request.patient().ageInYears().isPresent()) {
            Map<String, StatedFact> sentences = new LinkedHashMap<>();
            medicine.stated().doses().stream()
                    .filter(StatedDose::isComputed)
                    .filter(d -> !d.groups().isEmpty() && GroupFit.ofAny(d.groups(), request.patient()) == GroupFit.YES)
                    .forEach(d -> sentences.putIfAbsent(d.dosage().getText(), d.fact()));
            return list(medicine, "doses for a patient of this age", topic, sentences);
        }
        Map<String, StatedFact> forbidden = new LinkedHashMap<>();
        if (topic.equals("precautions")) {
            medicine.stated().warnings().stream()
                    .filter(w -> w.strength() == Strength.CONTRAINDICATED)
                    .forEach(w -> forbidden.putIfAbsent(w.subject().text(), w.fact()));
        }
        return list(medicine, "contraindications", topic, forbidden);
    }

    /** @param items words to show, and the fact on the page of the medicine that they lead to */
    private Optional<Feed.Entry> list(
            MedicineFacts medicine, String title, String topic, Map<String, StatedFact> items) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder("<ul>");
        items.forEach((words, fact) -> html.append("<li><a href=\"")
                .append(HtmlFeed.escaped(page(medicine, fact.place().anchor())))
                .append("\">")
                .append(HtmlFeed.escaped(words))
                .append("</a></li>"));
        String first = items.values().iterator().next().place().anchor();
        return Optional.of(
                entry(medicine, title, topic, first, html.append("</ul>").toString()));
    }

    private Optional<Feed.Entry> section(MedicineFacts medicine, String topic) {
        JsonNode document = snapshot.read(new ResourceKey("Composition", medicine.id()))
                .map(stored -> parse(stored.json()))
                .orElseGet(JSON::createObjectNode);
        for (JsonNode section : document.path("section")) {
            for (JsonNode coding : section.at("/code/coding")) {
                if (coding.path("system").asText().equals(SECTIONS)
                        && coding.path("code").asText().equals(topic)) {
                    String html = narrative(section);
                    return html.isEmpty()
                            ? Optional.empty()
                            : Optional.of(entry(
                                    medicine, coding.path("display").asText(), topic, TextReader.anchor(topic), html));
                }
            }
        }
        return Optional.empty();
    }

    /** The section's own text, and behind it those of its parts under their titles. */
    private static String narrative(JsonNode section) {
        StringBuilder html = new StringBuilder(section.at("/text/div").asText(""));
        for (JsonNode part : section.path("section")) {
            html.append("<h3>")
                    .append(HtmlFeed.escaped(part.path("title").asText("")))
                    .append("</h3>")
                    .append(narrative(part));
        }
        return html.toString();
    }

    /** @param anchor of the fact or section on the page of the medicine */
    private Feed.Entry entry(MedicineFacts medicine, String title, String topic, String anchor, String html) {
        Feed.Heading heading = new Feed.Heading(
                "urn:materia:" + medicine.id() + ":" + title.replace(' ', '-'),
                medicine.medicine().name() + " – " + title,
                page(medicine, anchor));
        return new Feed.Entry(heading, topic, html);
    }

    private String page(MedicineFacts medicine, String anchor) {
        return address + "/medicines/" + medicine.id() + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
