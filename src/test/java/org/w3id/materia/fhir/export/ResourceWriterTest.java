package org.w3id.materia.fhir.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceWriterTest {
    private static final byte[] ONE = json("{\"resourceType\":\"Basic\",\"id\":\"1\"}");
    private static final byte[] TWO = json("{\"resourceType\":\"ValueSet\",\"id\":\"2\",\"url\":\"http://x.test/2\"}");

    @TempDir
    Path folder;

    @Test
    void ndjsonFolderHasAFileForEachType() throws IOException {
        Path out = write(new NdjsonWriter(folder.resolve("out")));

        assertThat(Files.readAllBytes(out.resolve("Basic.ndjson"))).isEqualTo(line(ONE));
        assertThat(Files.readAllBytes(out.resolve("ValueSet.ndjson"))).isEqualTo(line(TWO));
    }

    @Test
    void ndjsonFileHasAllResources() throws IOException {
        Path out = write(new NdjsonWriter(folder.resolve("all.ndjson")));

        assertThat(Files.readString(out))
                .isEqualTo(
                        new String(line(ONE), StandardCharsets.UTF_8) + new String(line(TWO), StandardCharsets.UTF_8));
    }

    /** Those of any new file of the user, and not those of a temporary one. */
    @Test
    void whatIsWrittenHasOrdinaryModes() throws IOException {
        Path other = Files.createFile(folder.resolve("other"));
        Path otherFolder = Files.createDirectory(folder.resolve("others"));
        Path file = write(new NdjsonWriter(folder.resolve("all.ndjson")));
        Path out = write(new JsonWriter(folder.resolve("out")));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(Files.getPosixFilePermissions(otherFolder));
    }

    @Test
    void jsonFileIsOneBundle() throws IOException {
        Path out = write(new JsonWriter(folder.resolve("all.json")));

        assertThat(Files.readString(out).replace("\n", ""))
                .isEqualTo("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                        + "{\"resourceType\":\"Basic\",\"id\":\"1\"}},{\"resource\":"
                        + "{\"resourceType\":\"ValueSet\",\"id\":\"2\",\"url\":\"http://x.test/2\"}}]}");
    }

    @Test
    void jsonFolderHasAFileForEachResource() throws IOException {
        Path out = write(new JsonWriter(folder.resolve("out")));

        assertThat(Files.readAllBytes(out.resolve("Basic-1.json"))).isEqualTo(ONE);
        assertThat(Files.readAllBytes(out.resolve("ValueSet-2.json"))).isEqualTo(TWO);
    }

    @Test
    void packageHasManifestIndexAndResourcesAndIsReproducible() throws IOException {
        Path first = write(new PackageWriter(folder.resolve("a.tgz"), "materia.test", "1.2.3", "https://x.test"));
        Path second = write(new PackageWriter(folder.resolve("b.tgz"), "materia.test", "1.2.3", "https://x.test"));

        Map<String, String> entries = unpack(first);
        assertThat(entries)
                .containsOnlyKeys(
                        "package/.index.json",
                        "package/Basic-1.json",
                        "package/ValueSet-2.json",
                        "package/package.json");
        assertThat(entries.get("package/package.json")).contains("\"materia.test\"", "\"1.2.3\"", "\"4.0.1\"");
        assertThat(entries.get("package/.index.json"))
                .contains(
                        "{\"filename\":\"ValueSet-2.json\",\"resourceType\":\"ValueSet\",\"id\":\"2\",\"url\":\"http://x.test/2\"}");
        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
    }

    @Test
    void unfinishedTargetLeavesNoTrace() throws IOException {
        try (ResourceWriter writer = new NdjsonWriter(folder.resolve("out"))) {
            writer.write("Basic", "1", ONE);
        }
        try (ResourceWriter writer = new JsonWriter(folder.resolve("out.json"))) {
            writer.write("Basic", "1", ONE);
        }

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void folderThatIsNotEmptyIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");

        assertThatThrownBy(() -> new NdjsonWriter(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static Path write(ResourceWriter writer) throws IOException {
        try (writer) {
            writer.write("Basic", "1", ONE);
            writer.write("ValueSet", "2", TWO);
            writer.write("Basic", "1", ONE);
            return writer.finish();
        }
    }

    private static Map<String, String> unpack(Path archive) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        byte[] bytes = Files.readAllBytes(archive);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GzipCompressorInputStream(new ByteArrayInputStream(bytes)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static byte[] json(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] line(byte[] json) {
        return json(new String(json, StandardCharsets.UTF_8) + "\n");
    }
}
