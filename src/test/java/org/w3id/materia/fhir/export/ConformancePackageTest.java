package org.w3id.materia.fhir.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.fhir.ResourceValidation;
import org.w3id.materia.fhir.conformance.ConformanceResources;

/** The package of the profiles, as HL7's own library reads it. */
@Tag("slow")
class ConformancePackageTest {
    private static final Path RESOURCES = Path.of("fhir-resources");
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();

    @TempDir
    static Path folder;

    private static NpmPackage loaded;

    @BeforeAll
    static void load() throws IOException {
        Path written = ConformancePackage.write(RESOURCES, folder);
        assertThat(written).hasFileName("materia.fhir-0.1.0.tgz");
        loaded = NpmPackage.fromPackage(Files.newInputStream(written));
    }

    @Test
    void itHasANameAndAVersion() {
        assertThat(loaded.name()).isEqualTo("materia.fhir");
        assertThat(loaded.version()).isEqualTo("0.1.0");
        assertThat(loaded.fhirVersion()).isEqualTo("4.0.1");
        assertThat(loaded.canonical()).isEqualTo("https://w3id.org/materia/fhir");
    }

    @Test
    void theGuideListsAllThatIsInIt() throws IOException {
        ImplementationGuide guide = guide();
        List<String> listed = guide.getDefinition().getResource().stream()
                .map(r -> r.getReference().getReference())
                .toList();
        List<String> there = new ArrayList<>(
                CONFORMANCE.all().stream().map(ConformancePackageTest::name).toList());
        examples().forEach(e -> there.add(name(e)));

        assertThat(listed).containsExactlyInAnyOrderElementsOf(there);
        assertThat(loaded.list("package"))
                .contains("ImplementationGuide-materia.fhir.json")
                .hasSize(there.size() + 1);
    }

    @Test
    void theGuideIsValid() throws IOException {
        assertThat(new ResourceValidation(CONFORMANCE).problems(guide())).isEmpty();
    }

    @Test
    void everyProfileHasAnExampleThatIsValidByIt() throws IOException {
        List<Resource> examples = examples();
        assertThat(examples.stream()
                        .flatMap(e -> e.getMeta().getProfile().stream())
                        .map(p -> p.getValue()))
                .containsExactlyInAnyOrderElementsOf(profiles());
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        for (Resource example : examples) {
            assertThat(validation.problems(example)).as(name(example)).isEmpty();
        }
    }

    private static List<String> profiles() {
        return CONFORMANCE.all().stream()
                .filter(r -> r.getIdPart().startsWith("materia-"))
                .map(r -> "https://w3id.org/materia/fhir/" + name(r))
                .toList();
    }

    private static ImplementationGuide guide() throws IOException {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        ImplementationGuide.class,
                        Files.readString(RESOURCES.resolve("ImplementationGuide-materia.fhir.json")));
    }

    private static List<Resource> examples() throws IOException {
        List<Resource> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("examples"))) {
            for (Path file : files.sorted().toList()) {
                examples.add(
                        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(Files.readString(file)));
            }
        }
        return examples;
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
