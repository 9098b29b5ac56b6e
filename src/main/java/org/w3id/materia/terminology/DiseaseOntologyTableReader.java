package org.w3id.materia.terminology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.ReleaseLines.BrokenLineException;

/**
 * The Human Disease Ontology as a table of cross references: a header {@code id label xref}, then a row for each reference of a
 * disease, tab separated and quoted:
 *
 * <pre>{@code "DOID:0000000"	"example disease"	"MESH:D000000"}</pre>
 */
final class DiseaseOntologyTableReader implements ReleaseReader {
    private static final Pattern HEADER = Pattern.compile("\\W*id\"?\t\\W*label\"?\t\\W*xref\"?\\s*");
    private static final String QUOTED = "\"((?:[^\"]|\"\")+)\"";
    private static final Pattern ROW = Pattern.compile(QUOTED + "\t" + QUOTED + "\t" + QUOTED);
    private static final Pattern ID = Pattern.compile("DOID:\\d+");

    private static final ReleasedSystem SYSTEM = new ReleasedSystem(
            "human-disease-ontology",
            "Human Disease Ontology",
            "http://purl.obolibrary.org/obo/doid.owl",
            Optional.empty(),
            Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT));

    @Override
    public String format() {
        return "Disease Ontology cross-reference table (id, label, xref)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        return Files.isRegularFile(release)
                && HEADER.matcher(ReleaseLines.first(release)).matches();
    }

    @Override
    public ReleasedSystem system(Path release) {
        return SYSTEM;
    }

    @Override
    public void read(Path release, ConceptSink sink) throws IOException {
        Map<String, Disease> diseases = new LinkedHashMap<>();
        ReleaseLines.read(release, 1, sink, line -> row(line, diseases));
        DiseaseReferences references = new DiseaseReferences(diseases.values());
        for (Disease disease : diseases.values()) {
            sink.concept(references.concept(SYSTEM.system(), disease));
        }
    }

    private static void row(String line, Map<String, Disease> diseases) throws BrokenLineException {
        Matcher row = ROW.matcher(line.strip());
        if (!row.matches()) {
            throw new BrokenLineException("A row has three quoted columns that are separated by tabs.");
        }
        String id = row.group(1);
        if (!ID.matcher(id).matches()) {
            throw new BrokenLineException("'" + id + "' is no id of the Disease Ontology (DOID: and digits).");
        }
        String label = row.group(2).replace("\"\"", "\"").strip();
        String reference = row.group(3);
        int colon = reference.indexOf(':');
        if (colon < 1 || colon == reference.length() - 1) {
            throw new BrokenLineException("'" + reference + "' is no reference (system:code).");
        }
        Disease disease = diseases.computeIfAbsent(id, i -> new Disease(i, label));
        if (!disease.label().equals(label)) {
            throw new BrokenLineException(
                    id + " is '" + disease.label() + "' in an earlier row and '" + label + "' in this one.");
        }
        disease.refer(reference.substring(0, colon), reference.substring(colon + 1));
    }
}
