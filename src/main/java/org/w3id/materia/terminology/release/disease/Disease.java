package org.w3id.materia.terminology.release.disease;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.model.ConceptKey;

/** A disease of the Disease Ontology with its references, as its rows are read. */
final class Disease {
    /** The systems of references that are taken, by the prefix in the table, dated or not. */
    private static final Map<Pattern, String> SYSTEMS = Map.of(
            Pattern.compile("(?i)SNOMEDCT(_\\w+)?"), "http://snomed.info/sct",
            Pattern.compile("(?i)MESH"), "http://id.nlm.nih.gov/mesh",
            Pattern.compile("UMLS(_CUI)?"), "http://www.nlm.nih.gov/research/umls",
            Pattern.compile("ICD10CM"), "http://hl7.org/fhir/sid/icd-10-cm");

    /** What a code of each looks like; the table also has ranges and misprints. */
    private static final Map<String, Pattern> CODES = Map.of(
            "http://snomed.info/sct", Pattern.compile("\\d{6,18}"),
            "http://id.nlm.nih.gov/mesh", Pattern.compile("[CD]\\d{6,9}"),
            "http://www.nlm.nih.gov/research/umls", Pattern.compile("C\\d{7}"),
            "http://hl7.org/fhir/sid/icd-10-cm", Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?"));

    private final String id;
    private final String label;
    private final Set<ConceptKey> references = new LinkedHashSet<>();

    Disease(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** The codes of other systems. */
    Set<ConceptKey> references() {
        return references;
    }

    /** Notes a reference where its system is one that is served and its code is one. */
    void refer(String prefix, String code) {
        SYSTEMS.forEach((pattern, system) -> {
            if (pattern.matcher(prefix).matches()
                    && CODES.get(system).matcher(code).matches()) {
                references.add(new ConceptKey(system, code));
            }
        });
    }
}
