package org.w3id.materia.fhir.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.coding.ConceptLexicon;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.coding.ShippedConcepts;
import org.w3id.materia.model.ConceptKey;

/**
 * The names by which this build codes phrases whatever else is loaded: the tables of {@link ShippedConcepts}, and the fragment of ICD-10-CM in
 * {@code fhir-resources}, whose designations are the synonyms.
 */
public final class ShippedLexicon {
    private static final String CLASSES = "icd-10-cm";

    private ShippedLexicon() {}

    private static final class Alone {
        static final ConceptLexicon ONCE = joined(Map.of());
    }

    /** The lexicon of what is shipped alone, made once in a process, with the first call. */
    public static ConceptLexicon alone() {
        return Alone.ONCE;
    }

    /**
     * The lexicon of what is shipped and of what is loaded. A release takes the place of the table of its code system; where both name a concept of
     * ICD-10-CM, the release says its name, and the shipped synonyms stay. An undesirable effect is named by the same concepts as
     * a condition.
     *
     * @param loaded concepts by the kinds of phrases that they may code
     */
    public static ConceptLexicon with(Map<PhraseKind, List<NamedConcept>> loaded) {
        return loaded.isEmpty() ? alone() : joined(loaded);
    }

    private static ConceptLexicon joined(Map<PhraseKind, List<NamedConcept>> loaded) {
        ShippedConcepts shipped = new ShippedConcepts(
                loaded.values().stream().flatMap(List::stream).toList());
        List<NamedConcept> conditions = new ArrayList<>(shipped.conditions());
        conditions.addAll(classes());
        Map<PhraseKind, List<NamedConcept>> all = new EnumMap<>(PhraseKind.class);
        loaded.forEach((kind, concepts) -> all.put(kind, new ArrayList<>(concepts)));
        add(shipped.drugs(), PhraseKind.DRUG, all);
        add(conditions, PhraseKind.CONDITION, all);
        add(conditions, PhraseKind.EFFECT, all);
        // One list where both are the same, so that it is indexed once.
        if (all.get(PhraseKind.EFFECT).equals(all.get(PhraseKind.CONDITION))) {
            all.put(PhraseKind.EFFECT, all.get(PhraseKind.CONDITION));
        }
        return ConceptLexicon.of(all);
    }

    private static void add(List<NamedConcept> shipped, PhraseKind kind, Map<PhraseKind, List<NamedConcept>> all) {
        all.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(shipped);
    }

    private static List<NamedConcept> classes() {
        CodeSystem system = ConformanceResources.load().codeSystem(CLASSES);
        return system.getConcept().stream().map(c -> named(system.getUrl(), c)).toList();
    }

    private static NamedConcept named(String system, ConceptDefinitionComponent concept) {
        List<String> synonyms =
                concept.getDesignation().stream().map(d -> d.getValue()).toList();
        return new NamedConcept(new ConceptKey(system, concept.getCode()), concept.getDisplay(), synonyms, List.of());
    }
}
