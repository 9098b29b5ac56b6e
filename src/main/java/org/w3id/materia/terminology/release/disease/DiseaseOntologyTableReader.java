package org.w3id.materia.terminology.release.disease;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * The Human Disease Ontology as a table of cross references: a header {@code id label xref}, then a row for each reference of a
 * disease, tab separated and quoted:
 *
 * <pre>{@code "DOID:0000000"	"example disease"	"MESH:D000000"}</pre>
 */
public final class DiseaseOntologyTableReader implements ReleaseReader {
    private static final Pattern HEADER = Pattern.compile("\\W*id\"?\t\\W*label\"?\t\\W*xref\"?\\s*");
    private static final String QUOTED = "\"((?:[^\"]|\"\")+)\"";
    private static final Pattern ROW = Pattern.compile(QUOTED + "\t" + QUOTED + "\t" + QUOTED);
    private static final Pattern ID = Pattern.compile("DOID:\\d+");

    @Override
    public String format() {
        return "Disease Ontology cross-reference table (id, label, xref)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return files.all().size() == 1 && isTable(files.all().get(0));
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        Map<String, Disease> diseases = new LinkedHashMap<>();
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseLines.read(files.all().get(0), 1, sink, line -> row(line, diseases));
        }
        sink.system(DiseaseOntology.header(null).build());
        DiseaseReferences references = new DiseaseReferences(diseases.values());
        for (Disease disease : diseases.values()) {
            ConceptBuilder concept =
                    new ConceptBuilder(disease.id()).display(disease.label()).kinds(DiseaseOntology.KINDS);
            references.of(disease).forEach(concept::reference);
            sink.concept(concept.build());
        }
    }

    private static boolean isTable(ReleaseFile file) throws IOException {
        return HEADER.matcher(file.firstLine()).matches();
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
