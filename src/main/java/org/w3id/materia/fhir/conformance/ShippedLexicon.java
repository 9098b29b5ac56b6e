package org.w3id.materia.fhir.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.coding.Lexicon;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;

/**
 * The names by which this build codes phrases where no other terminology is loaded: fragments of public code systems in {@code
 * fhir-resources}, whose designations are the synonyms.
 */
public final class ShippedLexicon {
    private static final List<String> CONDITIONS = List.of("human-disease-ontology", "icd-10-cm");

    private ShippedLexicon() {}

    /** The lexicon of the shipped fragments: an undesirable effect is named by the same concepts as a condition. */
    public static Lexicon of(ConformanceResources conformance) {
        List<NamedConcept> conditions = new ArrayList<>();
        for (String id : CONDITIONS) {
            CodeSystem system = conformance.codeSystem(id);
            system.getConcept().forEach(c -> conditions.add(named(system.getUrl(), c)));
        }
        return Lexicon.of(Map.of(PhraseKind.CONDITION, conditions, PhraseKind.EFFECT, conditions));
    }

    private static NamedConcept named(String system, ConceptDefinitionComponent concept) {
        List<String> synonyms =
                concept.getDesignation().stream().map(d -> d.getValue()).toList();
        return new NamedConcept(new ConceptKey(system, concept.getCode()), concept.getDisplay(), synonyms);
    }
}
