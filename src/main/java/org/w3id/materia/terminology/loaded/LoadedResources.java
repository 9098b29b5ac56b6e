package org.w3id.materia.terminology.loaded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.model.Sha;

/**
 * What was loaded, as resources to be read and searched. A code system that is kept concept by concept is there without its concepts
 * ({@code content} not-present, FHIR R4, CodeSystem.content): they are the terminology operations' to give.
 */
public final class LoadedResources {
    private static final int LONGEST_ID = 64;
    private static final int DIGITS = 8;

    private final LoadedTerminologies loaded;
    private final Set<String> taken;

    /** @param taken references (type and id) that others have already */
    public LoadedResources(LoadedTerminologies loaded, Set<String> taken) {
        this.loaded = loaded;
        this.taken = new HashSet<>(taken);
    }

    /** Each with an id: its own where that is free and right, and one that its canonical gives elsewhere. */
    public List<MetadataResource> all() {
        List<MetadataResource> all = new ArrayList<>();
        for (LoadedItem item : loaded.list()) {
            MetadataResource resource = item.isConceptByConcept() ? withoutConcepts(item) : loaded.read(item);
            resource.setId(id(item, resource.getIdPart()));
            all.add(resource);
        }
        return all;
    }

    private CodeSystem withoutConcepts(LoadedItem item) {
        return loaded.header(item)
                .setContent(CodeSystemContentMode.NOTPRESENT)
                .setCount(item.codes().count());
    }

    private String id(LoadedItem item, String own) {
        if (own != null
                && own.matches("[A-Za-z0-9.-]{1,64}")
                && taken.add(item.identity().type() + '/' + own)) {
            return own;
        }
        String url = item.identity().url();
        String name = url.substring(url.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9.-]+", "-");
        String digest = Sha.hex256(item.identity().canonical());
        String id =
                name.substring(0, Math.min(name.length(), LONGEST_ID - DIGITS - 1)) + '-' + digest.substring(0, DIGITS);
        taken.add(item.identity().type() + '/' + id);
        return id;
    }
}
