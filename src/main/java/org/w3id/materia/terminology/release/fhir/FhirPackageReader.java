package org.w3id.materia.terminology.release.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * A FHIR package ({@code .tgz}): a gzipped tar with {@code package/package.json} and the resources beside it. Those of
 * other FHIR versions than R4 are refused, since their elements mean other things.
 */
public final class FhirPackageReader implements ReleaseReader {
    private static final String MANIFEST = "package/package.json";
    private static final Pattern RESOURCE = Pattern.compile("package/[^/.][^/]*\\.json");
    private static final int HELD = 16 << 20;

    @Override
    public String format() {
        return "FHIR R4 package (.tgz with package/package.json)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        if (!Files.isRegularFile(release)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(release)) {
            if (in.read() != 0x1f || in.read() != 0x8b) {
                return false;
            }
        }
        return manifest(release) != null;
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        JsonNode manifest = manifest(release);
        requireR4(release, manifest);
        FhirResources resources = new FhirResources(sink);
        ReleaseFile whole = new ReleaseFile(release.toString(), 1, () -> Files.newInputStream(release));
        try (InputStream file = new BufferedInputStream(whole.open(sink));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().replaceFirst("^\\./", "");
                if (RESOURCE.matcher(name).matches() && !name.equals(MANIFEST)) {
                    ReleaseFile resource = new ReleaseFile(release + "!/" + name, 0, source(release, entry, tar));
                    FhirReleaseReader.read(resource, resources);
                }
            }
        }
        resources.end(release.toString());
    }

    private static void requireR4(Path release, JsonNode manifest) throws IOException {
        JsonNode versions = manifest.path("fhirVersions");
        JsonNode stated = versions.isMissingNode() ? manifest.path("fhir-version-list") : versions;
        for (JsonNode version : stated) {
            if (version.asText().startsWith("4.0")) {
                return;
            }
        }
        if (!stated.isEmpty()) {
            throw new IOException(release + " is a package of FHIR " + stated + ". Packages of R4 (4.0.1) are read.");
        }
    }

    /** A small resource is held; a large one is found again in the package each time. */
    private static ReleaseFile.Source source(Path release, TarArchiveEntry entry, TarArchiveInputStream tar)
            throws IOException {
        if (entry.getSize() <= HELD) {
            byte[] bytes = tar.readNBytes((int) entry.getSize());
            return () -> new ByteArrayInputStream(bytes);
        }
        String name = entry.getName();
        return () -> {
            TarArchiveInputStream again = open(release);
            for (TarArchiveEntry e = again.getNextEntry(); e != null; e = again.getNextEntry()) {
                if (e.getName().equals(name)) {
                    return again;
                }
            }
            throw new IOException(release + " has changed while it was read.");
        };
    }

    /** The manifest; null where there is none. */
    private static JsonNode manifest(Path release) throws IOException {
        try (TarArchiveInputStream tar = open(release)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().replaceFirst("^\\./", "").equals(MANIFEST) && entry.getSize() <= HELD) {
                    return new ObjectMapper().readTree(tar.readNBytes((int) entry.getSize()));
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new IOException(release + ": package.json is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static TarArchiveInputStream open(Path release) throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(release))));
    }
}
