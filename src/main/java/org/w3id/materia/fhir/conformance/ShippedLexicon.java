package org.w3id.materia.fhir.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.coding.Lexicon;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;

/**
 * The names by which this build codes phrases whatever else is loaded: fragments of public code systems in {@code
 * fhir-resources}, whose designations are the synonyms.
 */
public final class ShippedLexicon {
    private static final List<String> CONDITIONS = List.of("human-disease-ontology", "icd-10-cm");

    private ShippedLexicon() {}

    /** The lexicon of the shipped fragments alone. */
    public static Lexicon of(ConformanceResources conformance) {
        return of(conformance, Map.of());
    }

    /**
     * The lexicon of the shipped fragments and of what is loaded. What is loaded names a concept; the shipped synonyms stay.
     * An undesirable effect is named by the same concepts as a condition.
     *
     * @param loaded concepts by the kinds of phrases that they may code
     */
    public static Lexicon of(ConformanceResources conformance, Map<PhraseKind, List<NamedConcept>> loaded) {
        List<NamedConcept> shipped = conditions(conformance);
        Map<PhraseKind, List<NamedConcept>> all = new EnumMap<>(PhraseKind.class);
        loaded.forEach((kind, concepts) -> all.put(kind, new ArrayList<>(concepts)));
        List<NamedConcept> conditions = joined(loaded.getOrDefault(PhraseKind.CONDITION, List.of()), shipped);
        List<NamedConcept> effects = joined(loaded.getOrDefault(PhraseKind.EFFECT, List.of()), shipped);
        all.put(PhraseKind.CONDITION, conditions);
        // One list where both are the same, so that it is indexed once.
        all.put(PhraseKind.EFFECT, effects.equals(conditions) ? conditions : effects);
        return Lexicon.of(all);
    }

    private static List<NamedConcept> joined(List<NamedConcept> first, List<NamedConcept> second) {
        List<NamedConcept> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<NamedConcept> conditions(ConformanceResources conformance) {
        List<NamedConcept> conditions = new ArrayList<>();
        for (String id : CONDITIONS) {
            CodeSystem system = conformance.codeSystem(id);
            system.getConcept().forEach(c -> conditions.add(named(system.getUrl(), c)));
        }
        return conditions;
    }

    private static NamedConcept named(String system, ConceptDefinitionComponent concept) {
        List<String> synonyms =
                concept.getDesignation().stream().map(d -> d.getValue()).toList();
        return new NamedConcept(new ConceptKey(system, concept.getCode()), concept.getDisplay(), synonyms, List.of());
    }
}
