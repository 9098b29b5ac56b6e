package org.w3id.materia.fhir.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.fhir.ResourceValidation;

@Tag("slow")
class ConformanceResourcesTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();

    @TestFactory
    Stream<DynamicTest> everyFileIsValid() {
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        return CONFORMANCE.all().stream()
                .map(r -> DynamicTest.dynamicTest(name(r), () -> assertThat(
                                validation.problems(r).stream().filter(p -> !isAskedOfOwnersAlone(r, p)))
                        .isEmpty()));
    }

    @Test
    void everyCanonicalIsItsTypeAndIdUnderTheBase() {
        for (MetadataResource resource : metadata()) {
            if (isFragment(resource)) {
                assertThat(resource.getUrl()).doesNotStartWith(Canonical.BASE);
                continue;
            }
            assertThat(resource.getUrl()).isEqualTo(Canonical.BASE + "/" + name(resource));
            assertThat(resource.getVersion()).isEqualTo("0.1.0");
            assertThat(resource.getStatus().toCode()).isEqualTo("active");
        }
    }

    @Test
    void readsFromAJar(@TempDir Path folder) throws Exception {
        Path classes = Path.of(ConformanceResources.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = folder.resolve("materia test.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path entry = zip.getPath("/" + classes.relativize(file));
                Files.createDirectories(entry.getParent());
                Files.copy(file, entry);
            }
        }
        ClassLoader libraries = new OnlyLibraries(getClass().getClassLoader());
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, libraries)) {
            Class<?> fromJar = loader.loadClass(ConformanceResources.class.getName());
            Object loaded = fromJar.getMethod("load").invoke(null);
            assertThat(fromJar.getMethod("all").invoke(loaded))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSameSizeAs(CONFORMANCE.all());
        }
    }

    @Test
    void noTwoResourcesShareTypeAndId() {
        assertThat(CONFORMANCE.all().stream().map(ConformanceResourcesTest::name))
                .doesNotHaveDuplicates();
    }

    /** A few concepts of somebody else's code system, under its own canonical URL. */
    private static boolean isFragment(Resource resource) {
        return resource instanceof CodeSystem system
                && system.getContent() == CodeSystem.CodeSystemContentMode.FRAGMENT;
    }

    /** Definitions of ICD-10-CM's concepts would be its owner's to write. */
    private static boolean isAskedOfOwnersAlone(Resource resource, String problem) {
        return isFragment(resource)
                && problem.contains("HL7 Defined CodeSystems should ensure that every concept has a definition");
    }

    private static List<MetadataResource> metadata() {
        return CONFORMANCE.all().stream().map(MetadataResource.class::cast).toList();
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** Hides our own classes and files, so that they can only come from the jar. */
    private static final class OnlyLibraries extends ClassLoader {
        OnlyLibraries(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.w3id.materia.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public URL getResource(String name) {
            return name.startsWith("fhir-resources/") ? null : super.getResource(name);
        }
    }
}
