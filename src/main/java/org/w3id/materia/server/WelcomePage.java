package org.w3id.materia.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.Snapshot;

/** The page for people: what this is, what is in it, and requests to try. */
final class WelcomePage {
    private final String template;

    WelcomePage(String version) {
        try (InputStream in = WelcomePage.class.getResourceAsStream("welcome.html")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${version}", version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Id of a medicine to show requests with; an empty knowledge base has none. */
    static Optional<String> exampleFrom(Snapshot snapshot) {
        return snapshot.search(new Query("MedicationKnowledge", List.of(), 1, Optional.empty())).resources().stream()
                .map(resource -> resource.key().id())
                .findFirst();
    }

    /**
     * @param counts resources by type, in the order in which they are shown
     * @param medicine id of a medicine that exists; without one the examples name one that might
     */
    String of(Map<String, Integer> counts, Optional<String> medicine) {
        String rows = counts.entrySet().stream()
                .map(e -> "<tr><td><a href=\"fhir/" + e.getKey() + "?_format=json&amp;_pretty=true\">" + e.getKey()
                        + "</a></td><td>" + e.getValue() + "</td></tr>")
                .collect(Collectors.joining("\n"));
        String id = medicine.orElse("amoxicillin");
        return template.replace("${rows}", rows)
                .replace("${medicine}", id)
                // Of a combination's id, the first part is a name that finds it.
                .replace("${name}", id.split("[-.]", 2)[0]);
    }
}
