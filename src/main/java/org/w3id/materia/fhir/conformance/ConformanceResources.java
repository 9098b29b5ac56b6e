package org.w3id.materia.fhir.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Resource;

/** All conformance resources of this build, from the class-path folder {@code fhir-resources}. */
public final class ConformanceResources {
    private static final String FOLDER = "/fhir-resources";
    private static final String EXAMPLES = "examples";
    /** A file that is always there shows where the folder is: a jar need not have entries for folders. */
    private static final String ANCHOR = FOLDER + "/code-systems/CodeSystem-section.json";

    private final List<Resource> resources;

    private ConformanceResources(List<Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    /**
     * Every JSON file in the folder's folders, in the order of their paths. What stands in the folder itself is about the package, and
     * the examples are of what others have. They are read once in a process, with the first call.
     */
    public static ConformanceResources load() {
        return Read.ONCE;
    }

    private static final class Read {
        static final ConformanceResources ONCE = read();
    }

    private static ConformanceResources read() {
        try {
            URI anchor = ConformanceResources.class.getResource(ANCHOR).toURI();
            if (!anchor.getScheme().equals("jar")) {
                return read(Path.of(anchor).getParent().getParent());
            }
            String inside = anchor.getRawSchemeSpecificPart();
            Path jar = Path.of(URI.create(inside.substring(0, inside.indexOf("!/"))));
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return read(files.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is made of URLs that are URIs", e);
        }
    }

    /** Everything, in a fixed order. The resources are shared: they are not to be changed. */
    public List<Resource> all() {
        return resources;
    }

    /**
     * A code system by its id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public CodeSystem codeSystem(String id) {
        return find(CodeSystem.class, id);
    }

    /**
     * A concept map by its id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public ConceptMap conceptMap(String id) {
        return find(ConceptMap.class, id);
    }

    private <T extends Resource> T find(Class<T> type, String id) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(r -> r.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("fhir-resources has no " + type.getSimpleName() + "/" + id));
    }

    private static ConformanceResources read(Path folder) throws IOException {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        List<Resource> resources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> json = files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> !f.getParent().equals(folder))
                    .filter(f -> !f.getParent().endsWith(EXAMPLES))
                    .sorted(Comparator.comparing(f -> folder.relativize(f).toString()))
                    .toList();
            for (Path file : json) {
                IBaseResource resource = parser.parseResource(Files.readString(file, StandardCharsets.UTF_8));
                resources.add((Resource) resource);
            }
        }
        return new ConformanceResources(resources);
    }
}
