package org.w3id.materia.terminology.release.disease;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * The Human Disease Ontology and the Human Phenotype Ontology as OBO 1.2 or 1.4 ({@code doid.obo}, {@code hp.obo}): a header, then stanzas of
 * {@code tag: value} lines, of which the {@code [Term]}s are read.
 */
public final class OboReader implements ReleaseReader {
    private static final int HEAD = 1 << 14;
    private static final Pattern VERSION =
            Pattern.compile("(?m)^data-version: *(?:\\S*/)?(\\d{4}-\\d{2}-\\d{2})(?:/.*)?$");

    /** When it was saved: day, month, year. */
    private static final Pattern DATE = Pattern.compile("(?m)^date: *(\\d{2}):(\\d{2}):(\\d{4})");

    @Override
    public String format() {
        return "Disease Ontology or Human Phenotype Ontology OBO (doid.obo, hp.obo)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            String head = files.all().size() == 1 ? files.all().get(0).head(HEAD) : "";
            return OboOntology.of(head).isPresent();
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            Terms terms = new Terms();
            ReleaseFile file = files.all().get(0);
            ReleaseLines.read(file, 0, sink, terms::line);
            terms.end();
            String head = file.head(HEAD);
            OboOntology ontology =
                    OboOntology.of(head).orElseThrow(() -> new IOException(release + " names no ontology."));
            sink.system(ontology.header(version(head))
                    .hierarchy(CodeSystemHierarchyMeaning.ISA)
                    .property("subset", PropertyType.STRING, "subset of the ontology that the term is in")
                    .property("xref", PropertyType.STRING, "reference to another code system, as the ontology has it")
                    .property("relatedSynonym", PropertyType.STRING, "name of something broader, narrower or related")
                    .property("alternativeId", PropertyType.STRING, "earlier id that was merged into this one")
                    .property("replacedBy", PropertyType.CODE, "term to use in place of an obsolete one")
                    .build());
            DiseaseReferences references = new DiseaseReferences(terms.references.values());
            for (OboTerm term : terms.byId.values()) {
                sink.concept(term.concept(references.of(terms.references.get(term.id())), ontology.kinds()));
            }
        }
    }

    private static String version(String head) {
        Matcher stated = VERSION.matcher(head);
        Matcher saved = DATE.matcher(head);
        return stated.find()
                ? stated.group(1)
                : saved.find() ? String.join("-", saved.group(3), saved.group(2), saved.group(1)) : null;
    }

    /** The terms, as their lines come. */
    private static final class Terms {
        private static final Set<String> STANZAS = Set.of("[Term]", "[Typedef]", "[Instance]");

        private final Map<String, OboTerm> byId = new LinkedHashMap<>();
        private final Map<String, Disease> references = new LinkedHashMap<>();
        private List<String> open;

        void line(String line) throws BrokenLineException {
            if (STANZAS.contains(line.strip())) {
                end();
                open = line.strip().equals("[Term]") ? new ArrayList<>() : null;
            } else if (open != null) {
                if (OboTerm.isTag(line)) {
                    open.add(line.strip());
                } else {
                    throw new BrokenLineException("A line of a term is a tag, a colon and a value.");
                }
            }
        }

        /** Takes the term that was open; one without id or name is left to its lines' findings. */
        void end() {
            OboTerm term = open == null ? null : OboTerm.of(open);
            open = null;
            if (term != null && byId.putIfAbsent(term.id(), term) == null) {
                references.put(term.id(), term.references());
            }
        }
    }
}
