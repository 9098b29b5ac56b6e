package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3id.materia.model.ConceptKey;

/** The concepts of one kind by their names, each name in the form that its rule compares. */
final class ConceptNames {
    private final Map<Rule, Map<String, List<NamedConcept>>> byRule = new EnumMap<>(Rule.class);

    private final Map<ConceptKey, NamedConcept> byKey;
    private final Function<String, Set<String>> forms;

    /** @param forms the forms in which a name is found */
    ConceptNames(Collection<NamedConcept> concepts, Function<String, Set<String>> forms) {
        this.forms = forms;
        byKey = merged(concepts);
        for (NamedConcept concept : concepts()) {
            add(Rule.EXACT, concept.display().toLowerCase(Locale.ROOT), concept);
            addForm(Rule.NORMALISED, concept.display(), concept);
            concept.synonyms().forEach(s -> addForm(Rule.SYNONYM, s, concept));
        }
    }

    /** The concepts that have a name by a rule. */
    List<NamedConcept> of(Rule rule, String form) {
        return byRule.getOrDefault(rule, Map.of()).getOrDefault(form, List.of());
    }

    /** All concepts, each once. */
    Collection<NamedConcept> concepts() {
        return byKey.values();
    }

    /** The preferred name of a concept; empty where it is none of these. */
    Optional<String> display(ConceptKey concept) {
        return Optional.ofNullable(byKey.get(concept)).map(NamedConcept::display);
    }

    private void addForm(Rule rule, String name, NamedConcept concept) {
        forms.apply(name).forEach(form -> add(rule, form, concept));
    }

    private void add(Rule rule, String form, NamedConcept concept) {
        List<NamedConcept> named =
                byRule.computeIfAbsent(rule, r -> new HashMap<>()).computeIfAbsent(form, f -> new ArrayList<>(1));
        if (!named.contains(concept)) {
            named.add(concept);
        }
    }

    /** A concept that two sources name is one: the first source's preferred name, and the other names of both. */
    private static Map<ConceptKey, NamedConcept> merged(Collection<NamedConcept> concepts) {
        Map<ConceptKey, NamedConcept> byKey = new LinkedHashMap<>();
        concepts.forEach(c -> byKey.merge(c.key(), c, ConceptNames::merge));
        return byKey;
    }

    private static NamedConcept merge(NamedConcept first, NamedConcept second) {
        List<String> synonyms = new ArrayList<>(first.synonyms());
        synonyms.addAll(second.synonyms());
        return new NamedConcept(
                first.key(),
                first.display(),
                synonyms,
                first.crossReferences().isEmpty() ? second.crossReferences() : first.crossReferences());
    }
}
