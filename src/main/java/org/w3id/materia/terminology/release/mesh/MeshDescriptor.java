package org.w3id.materia.terminology.release.mesh;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleasedConcept;

/**
 * A descriptor of MeSH, of either format.
 *
 * @param id unique identifier (D and digits)
 * @param trees tree numbers
 * @param registryNumbers UNII, CAS or EC numbers of the substance itself
 */
record MeshDescriptor(String id, Names names, List<String> trees, List<String> registryNumbers) {
    /**
     * What a descriptor is called.
     *
     * @param heading its preferred name
     * @param scopeNote its definition; empty for none
     * @param entryTerms names that the heading stands for
     * @param narrowerTerms names of narrower or related concepts that the heading is used for as well
     */
    record Names(String heading, String scopeNote, List<String> entryTerms, List<String> narrowerTerms) {}

    static final Pattern ID = Pattern.compile("D\\d{6,9}");
    private static final Pattern UNII = Pattern.compile("(?=.*[A-Z])[A-Z0-9]{10}");
    private static final Pattern CAS = Pattern.compile("\\d{2,7}-\\d\\d-\\d");

    /** With its parents, which are the descriptors one number up in its trees. */
    ReleasedConcept released(Map<String, String> idByTree) {
        ConceptBuilder concept = new ConceptBuilder(id).display(names.heading()).definition(names.scopeNote());
        names.entryTerms().forEach(t -> concept.name("en", null, t));
        trees.forEach(t -> concept.string("treeNumber", t));
        registryNumbers.forEach(r -> concept.string("registryNumber", r));
        names.narrowerTerms().forEach(t -> concept.string("narrowerTerm", t));
        for (String tree : trees) {
            String parent = tree.contains(".") ? idByTree.get(tree.substring(0, tree.lastIndexOf('.'))) : null;
            if (parent != null) {
                concept.parent(parent);
            }
        }
        List<String> uniis = registryNumbers.stream()
                .filter(r -> UNII.matcher(r).matches())
                .distinct()
                .toList();
        if (uniis.size() == 1) {
            concept.same(new ConceptKey("http://fdasis.nlm.nih.gov", uniis.get(0)));
        }
        return concept.kinds(kinds(uniis)).build();
    }

    /** Diseases (C) and mental disorders (F03); of chemicals (D) those that are one substance and no class. */
    private Set<PhraseKind> kinds(List<String> uniis) {
        if (trees.stream().anyMatch(t -> t.startsWith("C") || t.startsWith("F03"))) {
            return Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT);
        }
        boolean substance = !uniis.isEmpty()
                || registryNumbers.stream().anyMatch(r -> CAS.matcher(r).matches());
        boolean chemical = trees.stream().anyMatch(t -> t.startsWith("D"));
        return chemical && substance ? Set.of(PhraseKind.DRUG) : Set.of();
    }

    /** Takes a registry number without the name behind it; 0 stands for none. */
    static void registryNumber(String text, List<String> to) {
        String number = text.split(" ", 2)[0];
        if (!number.isEmpty() && !number.equals("0")) {
            to.add(number);
        }
    }
}
