package org.w3id.materia.terminology.release.mesh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SystemHeader;

/** The 30,000 descriptors of a release, held until all are known, since a tree number says nothing of the id above it. */
final class MeshDescriptors {
    private final List<MeshDescriptor> all = new ArrayList<>();

    void add(MeshDescriptor descriptor) {
        all.add(descriptor);
    }

    /** @param version year of the release; null where it does not say */
    void give(String version, ReleaseSink sink) throws IOException {
        sink.system(header(version));
        Map<String, String> idByTree = new HashMap<>();
        all.forEach(d -> d.trees().forEach(t -> idByTree.put(t, d.id())));
        for (MeshDescriptor descriptor : all) {
            sink.concept(descriptor.released(idByTree));
        }
    }

    private static CodeSystem header(String version) {
        return new SystemHeader("http://id.nlm.nih.gov/mesh", "MeSH", "Medical Subject Headings")
                .version(version)
                .publisher("U.S. National Library of Medicine")
                .caseSensitive(true)
                .hierarchy(CodeSystemHierarchyMeaning.GROUPEDBY)
                .property("treeNumber", PropertyType.STRING, "place in the trees")
                .property("registryNumber", PropertyType.STRING, "UNII, CAS or EC number")
                .property("narrowerTerm", PropertyType.STRING, "narrower or related term that the heading is used for")
                .build();
    }
}
