package org.w3id.materia.terminology.release.unii;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** Puts a substance together from the lines that its rows left: D display, N type and name, P property and value. */
final class UniiSubstance {
    private static final String BRAND = "bn";

    /** The types of names in UNII_Names; a brand names products, which may hold more than the substance. */
    private static final Map<String, String> TYPES =
            Map.of("of", "official name", "sys", "systematic name", "cn", "common name", "cd", "code");

    private UniiSubstance() {}

    static String display(String name) {
        return "D\t" + name;
    }

    static String name(String type, String name) {
        return "N\t" + type + "\t" + name;
    }

    static String property(String column, String value) {
        return "P\t" + column + "\t" + value;
    }

    static ReleasedConcept of(String code, List<String> lines) {
        ConceptBuilder concept = new ConceptBuilder(code).kinds(Set.of(PhraseKind.DRUG));
        lines.stream().filter(l -> l.startsWith("D")).map(l -> l.substring(2)).forEach(concept::display);
        lines.stream()
                .filter(l -> l.startsWith("N"))
                .map(l -> l.split("\t", 3))
                .forEach(n -> name(concept, n[1], n[2]));
        lines.stream().filter(l -> l.startsWith("P")).map(l -> l.split("\t", 3)).forEach(p -> {
            concept.string(p[1], p[2]);
            if (p[1].equals("RXCUI") && p[2].chars().allMatch(Character::isDigit)) {
                concept.same(new ConceptKey("http://www.nlm.nih.gov/research/umls/rxnorm", p[2]));
            }
        });
        if (!concept.hasDisplay()) {
            lines.stream()
                    .map(l -> l.split("\t", 3))
                    .filter(n -> n.length == 3)
                    .findFirst()
                    .ifPresent(n -> concept.display(n[2]));
        }
        return concept.build();
    }

    private static void name(ConceptBuilder concept, String type, String name) {
        if (type.equals(BRAND)) {
            concept.string("brandName", name);
        } else {
            String title = TYPES.get(type);
            Coding use = title == null ? null : new Coding(UniiReader.SYSTEM, type, title);
            concept.name("en", use, name);
        }
    }
}
