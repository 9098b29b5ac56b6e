package org.w3id.materia.safety.drug;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.MedicineFactsCache;
import org.w3id.materia.safety.stated.StatedIngredient;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.drug.DrugConcepts;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** Finds the drug that a term names, in one generation of the knowledge base. */
public final class DrugFinder {
    /** The code system whose codes are ids of MedicationKnowledge. */
    public static final String MEDICINES = Canonical.codeSystem("medicine");

    private final Snapshot snapshot;
    private final MedicineFactsCache monographs;
    private final ConceptFinder finder;
    private final KnownNames names;
    private final TerminologyLibrary terminology;
    private final DrugClasses classes;

    /**
     * @param finder by which phrases of monographs are coded, so that a client's words find the same concepts
     * @param names what it has found already
     */
    public DrugFinder(
            Snapshot snapshot,
            MedicineFactsCache monographs,
            ConceptFinder finder,
            KnownNames names,
            TerminologyLibrary terminology,
            DrugClasses classes) {
        this.snapshot = snapshot;
        this.monographs = monographs;
        this.finder = finder;
        this.names = names;
        this.terminology = terminology;
        this.classes = classes;
    }

    /** One substance, as far as it was found. */
    private static final class Substance {
        final Map<ConceptKey, Match> keys = new LinkedHashMap<>();
        final Map<String, Match> names = new LinkedHashMap<>();
        final Set<String> spelled = new LinkedHashSet<>();

        void key(ConceptKey key, Match match) {
            keys.merge(key, match, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }

        void name(String name, Match match) {
            names.putIfAbsent(NormalForm.of(name), match);
            spelled.add(name);
        }
    }

    /** The drug that a medicine or an allergy names. */
    public Drug find(Term term) {
        List<MedicineFacts> named = term.keys().stream()
                .filter(key -> key.system().equals(MEDICINES))
                .flatMap(key -> monographs.of(key.code(), snapshot).stream())
                .toList();
        if (!named.isEmpty()) {
            return drug(term, named, List.of(), Match.SAME_CODE);
        }
        List<Substance> substances = substances(term);
        return drug(term, monographs(substances), substances, Match.SAME_CODE);
    }

    private List<Substance> substances(Term term) {
        Map<ConceptKey, Match> coded = new LinkedHashMap<>();
        for (Term.Code code : term.codes()) {
            DrugConcepts.of(new Coding(code.key().system(), code.key().code(), null), terminology)
                    .forEach((key, relation) -> coded.putIfAbsent(
                            key, relation == ConceptMapEquivalence.EQUIVALENT ? Match.SAME_CODE : Match.BROADER_CODE));
        }
        Set<String> called = new LinkedHashSet<>(term.names());
        coded.keySet().forEach(key -> display(key).ifPresent(called::add));
        List<List<Substance>> readings = called.stream().map(this::named).toList();
        List<Substance> substances = readings.stream()
                .filter(reading -> reading.size() > 1)
                .findFirst()
                .orElseGet(() -> merged(readings.stream().flatMap(List::stream).toList()));
        if (substances.size() == 1) {
            coded.forEach(substances.get(0)::key);
        }
        return substances;
    }

    /** Several names of one substance. */
    private static List<Substance> merged(List<Substance> same) {
        Substance one = new Substance();
        same.forEach(s -> {
            s.keys.forEach(one::key);
            one.names.putAll(s.names);
            one.spelled.addAll(s.spelled);
        });
        return List.of(one);
    }

    /** The substances that a name names: one, or the ingredients of a combination. */
    private List<Substance> named(String name) {
        List<String> parts = names.of(name, finder).isKnown() ? List.of(name) : ProductName.ingredients(name);
        List<Substance> substances = new ArrayList<>();
        for (String part : parts) {
            Substance substance = new Substance();
            substance.name(part, Match.TEXT);
            KnownNames.Named known = names.of(part, finder);
            for (CodedConcept concept : known.concepts()) {
                substance.key(concept.key(), Match.TEXT);
                concept.display().ifPresent(display -> substance.name(display, Match.TEXT));
            }
            known.others().forEach(other -> substance.name(other, Match.TEXT));
            substances.add(substance);
        }
        return substances;
    }

    private Optional<String> display(ConceptKey key) {
        List<String> versions = terminology.versions(key.system());
        return versions.isEmpty()
                ? Optional.empty()
                : terminology
                        .codeSystem(key.system(), Collections.max(versions, Versions.ORDER), List.of())
                        .flatMap(system -> system.locate(key.code()))
                        .map(Concept::display);
    }

    private List<MedicineFacts> monographs(List<Substance> substances) {
        List<MedicineFacts> whole = having(substances);
        if (!whole.isEmpty() || substances.size() == 1) {
            return whole;
        }
        return substances.stream().flatMap(s -> having(List.of(s)).stream()).toList();
    }

    /** The monographs of medicines that have these ingredients and no other. */
    private List<MedicineFacts> having(List<Substance> substances) {
        Set<String> ids = new LinkedHashSet<>();
        Substance first = substances.get(0);
        if (!first.keys.isEmpty()) {
            ids.addAll(monographs.having(first.keys.keySet(), "ingredient-code", snapshot));
            if (substances.size() == 1) {
                ids.addAll(monographs.having(first.keys.keySet(), "code", snapshot));
            }
        }
        if (ids.isEmpty()) {
            first.spelled.forEach(name -> ids.addAll(
                    MedicineFactsCache.find(new Criterion("name", List.of(new Criterion.TextEquals(name))), snapshot)));
        }
        return ids.stream()
                .flatMap(id -> monographs.of(id, snapshot).stream())
                .filter(facts -> isOf(facts, substances))
                .toList();
    }

    private static boolean isOf(MedicineFacts facts, List<Substance> substances) {
        if (facts.stated().ingredients().size() != substances.size()) {
            return facts.stated().ingredients().isEmpty() && substances.size() == 1;
        }
        return substances.stream()
                .allMatch(s -> facts.stated().ingredients().stream().anyMatch(ingredient -> isSame(ingredient, s))
                        || substances.size() == 1
                                && facts.description().keys().stream().anyMatch(s.keys::containsKey));
    }

    private static boolean isSame(StatedIngredient ingredient, Substance substance) {
        return ingredient.keys().stream().anyMatch(substance.keys::containsKey)
                || substance.names.containsKey(NormalForm.of(ingredient.name()));
    }

    private Drug drug(Term term, List<MedicineFacts> facts, List<Substance> substances, Match own) {
        Substance all = new Substance();
        boolean isCombination = substances.size() > 1;
        for (Substance substance : substances) {
            substance.keys.forEach((key, match) -> all.key(key, isCombination ? match.and(Match.INGREDIENT) : match));
            substance.names.forEach((name, match) -> all.names.putIfAbsent(name, match));
        }
        term.names().forEach(name -> all.name(name, Match.TEXT));
        List<Set<String>> ingredients = new ArrayList<>();
        substances.forEach(s -> ingredients.add(new HashSet<>(s.names.keySet())));
        for (MedicineFacts medicine : facts) {
            medicine.description().keys().forEach(key -> all.key(key, substances.isEmpty() ? own : known(key, all)));
            medicine.description().names().forEach(name -> all.name(name, Match.TEXT));
            boolean severalHere = medicine.stated().ingredients().size() > 1;
            for (StatedIngredient ingredient : medicine.stated().ingredients()) {
                Match match = severalHere ? Match.INGREDIENT : substances.isEmpty() ? own : Match.TEXT;
                ingredient.keys().forEach(key -> all.keys.putIfAbsent(key, match));
                Set<String> called = names.of(ingredient.name(), finder).forms();
                called.forEach(name -> all.names.putIfAbsent(name, severalHere ? Match.INGREDIENT : Match.TEXT));
                ingredients.add(called);
            }
        }
        Set<String> memberOf = new HashSet<>(classes.of(all.names.keySet()));
        facts.forEach(
                medicine -> medicine.description().classes().forEach(c -> memberOf.addAll(classes.withBroader(c))));
        boolean isKnown = !facts.isEmpty()
                || !memberOf.isEmpty()
                || substances.stream().anyMatch(s -> s.keys.keySet().stream()
                        .anyMatch(key -> display(key).isPresent()));
        return new Drug(label(term, facts, all), facts, all.keys, all.names, memberOf, distinct(ingredients), isKnown);
    }

    /** In the client's words; where it gave none, by what is known of its codes. */
    private String label(Term term, List<MedicineFacts> facts, Substance found) {
        return term.names().stream()
                .findFirst()
                .or(() -> facts.stream().map(f -> f.medicine().name()).findFirst())
                .or(() -> found.keys.keySet().stream()
                        .flatMap(key -> display(key).stream())
                        .findFirst())
                .orElseGet(term::label);
    }

    private static Match known(ConceptKey key, Substance substance) {
        return substance.keys.getOrDefault(key, Match.TEXT);
    }

    /** Ingredients that were met more than once, by a name in common, are one. */
    private static List<Set<String>> distinct(List<Set<String>> ingredients) {
        List<Set<String>> distinct = new ArrayList<>();
        for (Set<String> ingredient : ingredients) {
            distinct.stream()
                    .filter(known -> known.stream().anyMatch(ingredient::contains))
                    .findFirst()
                    .ifPresentOrElse(known -> known.addAll(ingredient), () -> distinct.add(new HashSet<>(ingredient)));
        }
        return distinct;
    }
}
