package org.w3id.materia.server.pages.find;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.materia.server.pages.medicine.Fact;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** All medicines of a generation by name, made once for each generation that is asked for. */
public final class NamesByLetter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Medicines under the letter that they begin with; {@code #} for all that is no letter. */
    public record Letter(String letter, List<Fact.MedicineLink> medicines) {}

    private record Listed(long generation, List<Letter> letters) {}

    private volatile Listed listed = new Listed(-1, List.of());

    /** The letters in their order, only those with which a name begins. */
    public List<Letter> of(Snapshot snapshot) {
        Listed known = listed;
        if (known.generation() != snapshot.generation()) {
            known = new Listed(snapshot.generation(), letters(snapshot));
            listed = known;
        }
        return known.letters();
    }

    private static List<Letter> letters(Snapshot snapshot) {
        Map<String, List<Fact.MedicineLink>> letters = new TreeMap<>();
        for (Fact.MedicineLink medicine : all(snapshot)) {
            letters.computeIfAbsent(letter(medicine.name()), k -> new ArrayList<>())
                    .add(medicine);
        }
        return letters.entrySet().stream()
                .map(e -> new Letter(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Fact.MedicineLink> all(Snapshot snapshot) {
        List<Fact.MedicineLink> all = new ArrayList<>();
        snapshot.forEach("MedicationKnowledge", List.of(), stored -> all.add(medicine(stored)));
        all.sort(Comparator.comparing(Fact.MedicineLink::name, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    private static Fact.MedicineLink medicine(StoredResource stored) {
        String id = stored.key().id();
        try {
            JsonNode json = JSON.readTree(stored.json());
            return new Fact.MedicineLink(id, json.at("/code/text").asText(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plain letter: "É" stands under E. */
    private static String letter(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return plain.isEmpty() || plain.charAt(0) < 'A' || plain.charAt(0) > 'Z' ? "#" : plain.substring(0, 1);
    }
}
