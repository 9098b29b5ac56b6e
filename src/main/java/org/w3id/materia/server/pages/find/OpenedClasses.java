package org.w3id.materia.server.pages.find;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.coding.DrugName;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.safety.drug.DrugClasses;
import org.w3id.materia.safety.stated.ClassForm;

/** Classes of drugs in questions: who asks for NSAIDs means ibuprofen too, and what is stated of NSAIDs is stated of ibuprofen. */
public final class OpenedClasses {
    private static final String MEDICINES = "MedicationKnowledge";
    private static final String INTERACTIONS = "MedicinalProductInteraction";

    private final DrugClasses classes;
    private final Supplier<ConceptFinder> finder;

    /** @param finder knows the codes and the other names of drugs */
    public OpenedClasses(DrugClasses classes, Supplier<ConceptFinder> finder) {
        this.classes = classes;
        this.finder = finder;
    }

    /** The medicines that have a member as an ingredient, by codes; empty where it is no class, or none has a code. */
    Optional<FhirQuery> members(String className) {
        Set<String> codes = new TreeSet<>();
        for (String member : classes.members(className)) {
            finder.get().find(PhraseKind.DRUG, member).stream()
                    .limit(1)
                    .map(concept -> concept.key().system() + "|" + concept.key().code())
                    .forEach(codes::add);
        }
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new FhirQuery(MEDICINES, Map.of("ingredient-code", String.join(",", codes))));
    }

    /** The interactions that are stated with a class under any of its names, or with a kind of it. */
    Optional<FhirQuery> interactionsWithClass(String className) {
        return agents(classes.names(className));
    }

    /** The interactions that may be stated with a class of the drug: {@link #isClassOf} tells which are. */
    Optional<FhirQuery> interactionsWithClassesOf(String drug) {
        return agents(classes.namesOfClassesOf(called(drug)));
    }

    /** Whether the words of a statement name a class of the drug. */
    boolean isClassOf(String words, String drug) {
        return classes.isMemberByName(ClassForm.of(words), called(drug));
    }

    private Set<String> called(String drug) {
        Set<String> names = finder.get().drugNames(drug).stream()
                .map(DrugName::name)
                .collect(Collectors.toCollection(HashSet::new));
        finder.get().find(PhraseKind.DRUG, drug).forEach(c -> c.display().ifPresent(names::add));
        names.add(drug);
        return names;
    }

    private static Optional<FhirQuery> agents(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new FhirQuery(
                        INTERACTIONS,
                        Map.of(
                                "agent:text",
                                names.stream()
                                        .map(FhirQuery::escaped)
                                        .distinct()
                                        .collect(Collectors.joining(",")))));
    }
}
