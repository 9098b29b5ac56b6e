package org.w3id.materia.terminology.specification;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.resource.PreparedCodeSystems;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.specification.BundledResources.Bundled;

/**
 * The code systems and value sets of the FHIR R4 specification, with those of HL7 v2 and v3 (FHIR R4, 4.3), as HAPI's {@code
 * hapi-fhir-validation-resources-r4} brings them. They are many and seldom used, so each is read when it is asked for.
 */
public final class SpecificationLibrary implements TerminologyLibrary {
    private static final List<String> BUNDLES = Stream.of("valuesets", "v3-codesystems", "v2-tables")
            .map(name -> "/org/hl7/fhir/r4/model/valueset/" + name + ".xml")
            .toList();
    private static final int KEPT = 64;

    /** Many of the specification's code systems are there in name alone. */
    private static final String COMPLETE = "complete";

    private final Map<String, List<Bundled>> codeSystems;
    private final Map<String, List<Bundled>> valueSets;
    private final LoadingCache<Bundled, MetadataResource> read;
    private final PreparedCodeSystems prepared = new PreparedCodeSystems();

    public SpecificationLibrary(FhirContext context) {
        List<Bundled> resources =
                BUNDLES.stream().flatMap(b -> BundledResources.in(b).stream()).toList();
        codeSystems = byUrl(resources, r -> COMPLETE.equals(r.content()));
        valueSets = byUrl(resources, r -> r.identity().type().equals("ValueSet"));
        read = Caffeine.newBuilder().maximumSize(KEPT).build(resource -> BundledResources.read(resource, context));
    }

    private static Map<String, List<Bundled>> byUrl(List<Bundled> resources, Predicate<Bundled> wanted) {
        return resources.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(r -> r.identity().url(), LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public List<String> versions(String url) {
        return codeSystems.getOrDefault(url, List.of()).stream()
                .map(r -> r.identity().version())
                .toList();
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return read(codeSystems, url, CodeSystem.class::cast)
                .filter(c -> Objects.equals(version, c.getVersion()))
                .findFirst()
                .map(c -> prepared.of(c, supplements));
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return read(valueSets, url, ValueSet.class::cast).toList();
    }

    private <T> Stream<T> read(Map<String, List<Bundled>> all, String url, Function<MetadataResource, T> type) {
        return all.getOrDefault(url, List.of()).stream().map(read::get).map(type);
    }

    @Override
    public List<String> codeSystems() {
        return List.copyOf(codeSystems.keySet());
    }
}
