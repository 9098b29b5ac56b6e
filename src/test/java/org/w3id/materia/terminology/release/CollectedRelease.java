package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.model.Finding;
import org.w3id.materia.terminology.loaded.ReleaseFormats;
import org.w3id.materia.terminology.loaded.UnusableReleaseException;

/** Keeps all that a reader finds. */
public final class CollectedRelease implements ReleaseSink {
    private static final Path FIXTURES = Path.of("src/test/resources/releases");

    private final List<CodeSystem> systems = new ArrayList<>();
    private final Map<String, ReleasedConcept> concepts = new LinkedHashMap<>();
    private final List<MetadataResource> resources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Reads a release with the reader that recognises it. */
    public static CollectedRelease of(Path release) throws IOException, UnusableReleaseException {
        CollectedRelease collected = new CollectedRelease();
        ReleaseFormats.of(release).read(release, collected);
        return collected;
    }

    /** Reads one of the small releases among the tests' resources. */
    public static CollectedRelease ofFixture(String name) throws IOException, UnusableReleaseException {
        return of(fixture(name));
    }

    public static Path fixture(String name) {
        return FIXTURES.resolve(name);
    }

    public CodeSystem system() {
        assertThat(systems).hasSize(1);
        return systems.get(0);
    }

    public List<CodeSystem> systems() {
        return systems;
    }

    public ReleasedConcept concept(String code) {
        assertThat(concepts).containsKey(code);
        return concepts.get(code);
    }

    public Collection<String> codes() {
        return concepts.keySet();
    }

    public List<MetadataResource> resources() {
        return resources;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The values of a concept's property. */
    public List<String> values(String code, String property) {
        return concept(code).properties().stream()
                .filter(p -> p.code().equals(property))
                .map(p -> p.text())
                .toList();
    }

    /** Its names beside the display. */
    public List<String> names(String code) {
        return concept(code).designations().stream().map(d -> d.value()).toList();
    }

    @Override
    public void system(CodeSystem header) {
        systems.add(header);
    }

    @Override
    public void concept(ReleasedConcept concept) {
        assertThat(systems).as("the header comes before concepts").isNotEmpty();
        concepts.put(concept.code(), concept);
    }

    @Override
    public void resource(MetadataResource resource) {
        resources.add(resource);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void reading(ReleaseFile file) {
        assertThat(file.path()).isNotBlank();
    }

    @Override
    public void progressed(long bytes) {
        assertThat(bytes).isNotNegative();
    }
}
