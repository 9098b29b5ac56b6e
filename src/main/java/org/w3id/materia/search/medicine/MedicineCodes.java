package org.w3id.materia.search.medicine;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.search.text.NameVariants;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/**
 * The medicines that there are monographs of, as a code system: id, name and synonyms of each MedicationKnowledge under the published
 * {@code CodeSystem/medicine}. Made when it is asked for, once for each generation of the knowledge base.
 */
final class MedicineCodes {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ResourceKey PUBLISHED = new ResourceKey("CodeSystem", "medicine");

    private record Made(long generation, Optional<CodeSystem> system) {}

    private final FhirContext context;
    private final NameVariants variants = NameVariants.load();
    private final AtomicReference<Made> latest = new AtomicReference<>(new Made(-1, Optional.empty()));

    MedicineCodes(FhirContext context) {
        this.context = context;
    }

    /** The code system with all its concepts; empty where it is not published. */
    Optional<CodeSystem> in(Snapshot snapshot) {
        Made made = latest.get();
        if (made.generation() != snapshot.generation()) {
            made = new Made(
                    snapshot.generation(), snapshot.read(PUBLISHED).map(published -> make(published, snapshot)));
            latest.set(made);
        }
        return made.system();
    }

    private CodeSystem make(StoredResource published, Snapshot snapshot) {
        CodeSystem system =
                context.newJsonParser().parseResource(CodeSystem.class, new ByteArrayInputStream(published.json()));
        system.setContent(CodeSystemContentMode.COMPLETE);
        snapshot.forEach(MedicineLibrary.TYPE, List.of(), medicine -> system.addConcept(concept(medicine)));
        return system;
    }

    private ConceptDefinitionComponent concept(StoredResource medicine) {
        ConceptDefinitionComponent concept = new ConceptDefinitionComponent();
        concept.setCode(medicine.key().id());
        try (JsonParser json = JSON.createParser(medicine.json())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String element = json.currentName();
                json.nextToken();
                switch (element) {
                    case "code" -> readName(json, concept);
                    case "synonym" -> readSynonyms(json, concept);
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addVariants(concept);
        return concept;
    }

    /** By what a search by name finds it, too. */
    private void addVariants(ConceptDefinitionComponent concept) {
        Set<String> names = new LinkedHashSet<>();
        if (concept.hasDisplay()) {
            names.add(concept.getDisplay());
        }
        concept.getDesignation().forEach(d -> names.add(d.getValue()));
        Set<String> others = new LinkedHashSet<>();
        names.forEach(name -> others.addAll(variants.of(name)));
        others.removeAll(names);
        others.forEach(name -> concept.addDesignation().setValue(name));
    }

    private static void readName(JsonParser json, ConceptDefinitionComponent concept) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isText = json.currentName().equals("text");
            json.nextToken();
            if (isText) {
                concept.setDisplay(json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private static void readSynonyms(JsonParser json, ConceptDefinitionComponent concept) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            concept.addDesignation().setValue(json.getText());
        }
    }
}
