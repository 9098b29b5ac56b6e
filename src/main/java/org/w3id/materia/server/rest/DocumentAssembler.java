package org.w3id.materia.server.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/**
 * Puts a FHIR document together (FHIR R4, 3.3.1): the Composition first, then each resource that it refers to, in the
 * order of first mention. What it refers to and is not on this server stays a reference. The same content gives the same
 * document: its identifier is derived from the versions in it, its time is that of its newest part.
 */
final class DocumentAssembler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Snapshot snapshot;
    private final String serverBase;

    DocumentAssembler(Snapshot snapshot, String serverBase) {
        this.snapshot = snapshot;
        this.serverBase = serverBase;
    }

    EncodedBundle assemble(StoredResource composition) {
        List<StoredResource> parts = new ArrayList<>();
        parts.add(composition);
        for (ResourceKey key : referencesOf(composition)) {
            snapshot.read(key).ifPresent(parts::add);
        }
        StringBuilder versions = new StringBuilder();
        Instant newest = Instant.MIN;
        int size = 1024;
        for (StoredResource part : parts) {
            versions.append(part.key()).append('#').append(part.versionId()).append('\n');
            newest = part.lastUpdated().isAfter(newest) ? part.lastUpdated() : newest;
            size += part.json().length + 200;
        }
        UUID identity = UUID.nameUUIDFromBytes(versions.toString().getBytes(StandardCharsets.UTF_8));
        BundleWriter bundle = new BundleWriter("document", serverBase, size)
                .json("identifier", "{\"system\":\"urn:ietf:rfc:3986\",\"value\":\"urn:uuid:" + identity + "\"}")
                .text("timestamp", BundleWriter.instant(newest));
        parts.forEach(part -> bundle.entry(part, ""));
        return new EncodedBundle(bundle.end());
    }

    private static Set<ResourceKey> referencesOf(StoredResource composition) {
        Set<ResourceKey> found = new LinkedHashSet<>();
        try {
            for (String reference : JSON.readTree(composition.json()).findValuesAsText("reference")) {
                IdType id = new IdType(reference);
                if (id.hasResourceType() && !id.hasBaseUrl()) {
                    found.add(new ResourceKey(id.getResourceType(), id.getIdPart()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.remove(composition.key());
        return found;
    }
}
