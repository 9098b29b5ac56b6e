package org.w3id.materia.terminology.release.disease;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.release.SystemHeader;

/** The ontologies that are read as OBO. */
enum OboOntology {
    DISEASES("doid"),

    /** Its terms are kept from coding phrases: it names modes of inheritance and courses beside what a patient has. */
    PHENOTYPES("hp");

    private final Pattern name;

    OboOntology(String name) {
        this.name = Pattern.compile("(?m)^ontology: *" + name + " *$");
    }

    /** That which the first lines of a file name. */
    static Optional<OboOntology> of(String head) {
        return head.startsWith("format-version:")
                ? Stream.of(values()).filter(o -> o.name.matcher(head).find()).findFirst()
                : Optional.empty();
    }

    /** @param version of the release; null where it does not say */
    SystemHeader header(String version) {
        return switch (this) {
            case DISEASES -> DiseaseOntology.header(version);
            case PHENOTYPES -> phenotypes(version);
        };
    }

    /** The phrases that its terms may code. */
    Set<PhraseKind> kinds() {
        return switch (this) {
            case DISEASES -> DiseaseOntology.KINDS;
            case PHENOTYPES -> Set.of();
        };
    }

    /** By the URL that HL7's terminology has of it (NamingSystem HPO). */
    private static SystemHeader phenotypes(String version) {
        return new SystemHeader("http://human-phenotype-ontology.org", "HPO", "Human Phenotype Ontology")
                .version(version)
                .publisher("The Human Phenotype Ontology project")
                .caseSensitive(true);
    }
}
