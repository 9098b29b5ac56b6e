package org.w3id.materia.terminology.release.mesh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.XmlElement;
import org.w3id.materia.terminology.release.XmlRecords;

/** MeSH descriptors as XML ({@code desc2024.xml}; NLM, "XML MeSH Data Elements"). */
public final class MeshXmlReader implements ReleaseReader {
    private static final String ROOT = "DescriptorRecordSet";
    private static final Pattern YEAR = Pattern.compile("desc(\\d{4})");

    @Override
    public String format() {
        return "MeSH descriptors XML (desc2024.xml)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return files.all().size() == 1
                    && XmlRecords.root(files.all().get(0)).equals(ROOT);
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        MeshDescriptors descriptors = new MeshDescriptors();
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseFile file = files.all().get(0);
            Matcher year = YEAR.matcher(file.name());
            XmlRecords.read(file, Set.of("DescriptorRecord"), sink, r -> descriptors.add(descriptor(r)));
            descriptors.give(year.find() ? year.group(1) : null, sink);
        }
    }

    private static MeshDescriptor descriptor(XmlElement record) throws BrokenLineException {
        String id = record.text("DescriptorUI");
        String heading = record.text("DescriptorName", "String");
        if (!MeshDescriptor.ID.matcher(id).matches() || heading.isEmpty()) {
            throw new BrokenLineException("A descriptor has a DescriptorUI (D and digits) and a DescriptorName.");
        }
        List<String> entryTerms = new ArrayList<>();
        List<String> narrowerTerms = new ArrayList<>();
        List<String> registryNumbers = new ArrayList<>();
        String scopeNote = "";
        for (XmlElement concept : record.path("ConceptList", "Concept").toList()) {
            boolean preferred = concept.attribute("PreferredConceptYN").equals("Y");
            List<String> names = preferred ? entryTerms : narrowerTerms;
            concept.path("TermList", "Term", "String").forEach(t -> names.add(t.text()));
            if (preferred) {
                scopeNote = concept.text("ScopeNote");
                MeshDescriptor.registryNumber(concept.text("RegistryNumber"), registryNumbers);
                concept.path("RegistryNumberList", "RegistryNumber")
                        .forEach(r -> MeshDescriptor.registryNumber(r.text(), registryNumbers));
                concept.path("RelatedRegistryNumberList", "RelatedRegistryNumber")
                        .forEach(r -> MeshDescriptor.registryNumber(r.text(), registryNumbers));
            }
        }
        List<String> trees = record.path("TreeNumberList", "TreeNumber")
                .map(XmlElement::text)
                .toList();
        return new MeshDescriptor(
                id, new MeshDescriptor.Names(heading, scopeNote, entryTerms, narrowerTerms), trees, registryNumbers);
    }
}
