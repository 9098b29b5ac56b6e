package org.w3id.materia.fhir.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/**
 * An NPM-style FHIR package ({@code .tgz} with {@code package/package.json}, {@code package/.index.json} and a file for each resource), as the
 * "FHIR NPM Packages" page of the FHIR tooling specification describes it. Equal input gives an equal archive: all time stamps are fixed.
 */
public final class PackageWriter implements ResourceWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INDEX_VERSION = 2;

    private final PendingTarget target;
    private final TarArchiveOutputStream tar;
    private final ObjectNode manifest;
    private final ArrayNode index = JSON.createArrayNode();
    private final Set<String> written = new HashSet<>();

    /**
     * Begins a package.
     *
     * @param target the archive
     * @param name package name ({@code materia.monographs})
     * @param version package version
     * @param canonical base of the canonical URLs
     */
    public PackageWriter(Path target, String name, String version, String canonical) throws IOException {
        this(target, manifest(name, version, canonical));
    }

    /**
     * Begins a package.
     *
     * @param target the archive
     * @param manifest its {@code package.json}
     */
    PackageWriter(Path target, ObjectNode manifest) throws IOException {
        this.target = PendingTarget.file(target);
        this.tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(Files.newOutputStream(this.target.path()))));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        this.manifest = manifest;
    }

    private static ObjectNode manifest(String name, String version, String canonical) {
        ObjectNode manifest = JSON.createObjectNode()
                .put("name", name)
                .put("version", version)
                .put("canonical", canonical)
                .put(
                        "description",
                        "Drug monographs as FHIR R4, converted by Materia, with the profiles that they claim.")
                .put("author", "Materia");
        manifest.putArray("fhirVersions").add("4.0.1");
        manifest.putObject("dependencies").put("hl7.fhir.r4.core", "4.0.1");
        return manifest;
    }

    @Override
    public void write(String type, String id, byte[] json) throws IOException {
        if (!written.add(type + "/" + id)) {
            return;
        }
        String name = type + "-" + id + ".json";
        add(name, json);
        ObjectNode entry = index.addObject()
                .put("filename", name)
                .put("resourceType", type)
                .put("id", id);
        var resource = JSON.readTree(json);
        for (String key : new String[] {"url", "version", "kind", "type"}) {
            if (resource.path(key).isTextual()) {
                entry.put(key, resource.path(key).asText());
            }
        }
    }

    @Override
    public Path finish() throws IOException {
        ObjectNode file = JSON.createObjectNode().put("index-version", INDEX_VERSION);
        file.set("files", index);
        add(".index.json", JSON.writeValueAsBytes(file));
        add("package.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        tar.close();
        return target.complete();
    }

    @Override
    public void close() throws IOException {
        try {
            tar.close(); // Which fails where the disk is full: what it holds back cannot be written.
        } finally {
            target.discard();
        }
    }

    private void add(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("package/" + name);
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
