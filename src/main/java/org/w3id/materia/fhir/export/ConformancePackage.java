package org.w3id.materia.fhir.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of {@code fhir-resources} as a FHIR package, {@code materia.fhir}, which other people's tools load by its name. The build makes
 * it; the manifest is the folder's own {@code package.json}.
 */
public final class ConformancePackage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "package.json";

    private ConformancePackage() {}

    /** @param arguments the folder of the resources, and the folder that gets the package */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /**
     * Writes the package as {@code name-version.tgz}.
     *
     * @param resources the folder {@code fhir-resources}
     * @param folder where the package is put; one of that name is replaced
     * @return the package
     */
    public static Path write(Path resources, Path folder) throws IOException {
        ObjectNode manifest =
                (ObjectNode) JSON.readTree(resources.resolve(MANIFEST).toFile());
        Path target = folder.resolve(
                manifest.get("name").asText() + "-" + manifest.get("version").asText() + ".tgz");
        try (PackageWriter writer = new PackageWriter(target, manifest)) {
            for (Path file : files(resources)) {
                byte[] json = Files.readAllBytes(file);
                JsonNode resource = JSON.readTree(json);
                writer.write(
                        resource.get("resourceType").asText(),
                        resource.get("id").asText(),
                        json);
            }
            return writer.finish();
        }
    }

    private static List<Path> files(Path resources) throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> !f.endsWith(MANIFEST))
                    .sorted()
                    .toList();
        }
    }
}
