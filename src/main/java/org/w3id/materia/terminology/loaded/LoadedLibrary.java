package org.w3id.materia.terminology.loaded;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.StoredConcepts;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.codesystem.resource.ResourceCodeSystem;
import org.w3id.materia.terminology.codesystem.supplement.PreparedSupplements;
import org.w3id.materia.terminology.operation.library.ConceptMapping;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/**
 * What was loaded, for the terminology operations. All is opened at once, so that it can be read to the end whatever a later load removes;
 * resources are read when they are asked for.
 */
public final class LoadedLibrary implements TerminologyLibrary, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedLibrary.class);
    private static final int KEPT = 256;
    private static final Comparator<LoadedItem> BY_VERSION =
            Comparator.comparing(LoadedLibrary::version, Versions.ORDER);

    private final LoadedTerminologies terminologies;
    private final Map<String, List<LoadedItem>> systems = new HashMap<>();
    private final Map<String, List<LoadedItem>> supplements = new HashMap<>();
    private final Map<String, List<LoadedItem>> valueSets = new HashMap<>();
    private final Map<String, List<LoadedItem>> maps = new HashMap<>();
    private final Map<String, List<LoadedItem>> mapsBySystem = new HashMap<>();
    private final Map<String, List<LoadedItem>> referring = new LinkedHashMap<>();
    private final List<String> named;
    private final Map<LoadedItem, StoredConcepts> open = new ConcurrentHashMap<>();
    private final PreparedSupplements prepared = new PreparedSupplements();
    private final Map<String, WholeResources> files = new ConcurrentHashMap<>();
    private final LoadingCache<LoadedItem, MetadataResource> read;

    /** What is loaded now; later loads change nothing in it. */
    public LoadedLibrary(LoadedTerminologies terminologies) {
        this.terminologies = terminologies;
        List<LoadedItem> items = opened();
        items.forEach(this::place);
        named = systems.keySet().stream().sorted().toList();
        read = Caffeine.newBuilder().maximumSize(KEPT).build(item -> file(item).read(item));
    }

    /** What is loaded, open: where a load ends meanwhile, what it has left. */
    private List<LoadedItem> opened() {
        List<LoadedItem> items = terminologies.list();
        open(items);
        for (List<LoadedItem> now = terminologies.list(); !now.equals(items); now = terminologies.list()) {
            close();
            open.clear();
            files.clear();
            items = now;
            open(items);
        }
        return items;
    }

    private void open(List<LoadedItem> items) {
        for (LoadedItem item : items) {
            try {
                if (item.isConceptByConcept()) {
                    open(item);
                } else {
                    file(item);
                }
            } catch (UncheckedIOException e) {
                LOG.warn("{}: {}", item.identity().canonical(), e.getMessage()); // Whoever asks for it is told as well.
            }
        }
    }

    private WholeResources file(LoadedItem item) {
        return files.computeIfAbsent(item.location().name(), place -> terminologies.resources(item));
    }

    private void place(LoadedItem item) {
        switch (item.identity().type()) {
            case "CodeSystem" -> placeSystem(item);
            case "ValueSet" -> put(valueSets, item.identity().url(), item);
            case "ConceptMap" -> {
                put(maps, item.identity().url(), item);
                item.description().related().forEach(system -> put(mapsBySystem, system, item));
            }
            default -> {} // A NamingSystem answers no operation.
        }
    }

    private void placeSystem(LoadedItem item) {
        LoadedItem.Description description = item.description();
        if (description.supplements() != null) {
            put(supplements, Canonicals.url(description.supplements()), item);
        }
        if (!"supplement".equals(description.content()) && !"not-present".equals(description.content())) {
            put(systems, item.identity().url(), item);
        }
        if (item.isConceptByConcept() && !description.related().isEmpty()) {
            put(referring, item.identity().url(), item);
        }
    }

    private static String version(LoadedItem item) {
        return item.identity().version();
    }

    private static void put(Map<String, List<LoadedItem>> index, String key, LoadedItem item) {
        index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(item);
    }

    private static List<LoadedItem> of(Map<String, List<LoadedItem>> index, String key) {
        return index.getOrDefault(key, List.of());
    }

    private <T extends MetadataResource> List<T> read(List<LoadedItem> items, Class<T> type) {
        return items.stream().map(i -> type.cast(read.get(i))).toList();
    }

    @Override
    public List<String> versions(String url) {
        return of(systems, url).stream().map(LoadedLibrary::version).toList();
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return of(systems, url).stream()
                .filter(i -> Objects.equals(version(i), version))
                .findFirst()
                .map(i -> i.isConceptByConcept()
                        ? prepared.applied(open(i), supplements)
                        : new ResourceCodeSystem((CodeSystem) read.get(i), supplements));
    }

    private StoredConcepts open(LoadedItem item) {
        return open.computeIfAbsent(item, terminologies::open);
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return read(of(supplements, url), CodeSystem.class);
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return read(of(valueSets, url), ValueSet.class);
    }

    @Override
    public List<ConceptMap> conceptMaps(String url) {
        return read(of(maps, url), ConceptMap.class);
    }

    @Override
    public List<ConceptMap> conceptMapsOf(String system) {
        return read(of(mapsBySystem, system), ConceptMap.class);
    }

    /** By the cross references of releases: the version that the concept names, or else the newest of each code system. */
    @Override
    public List<ConceptMapping> translations(Coding concept, String targetSystem) {
        List<LoadedItem> releases = referring.entrySet().stream()
                .map(e -> e.getKey().equals(concept.getSystem()) ? fitting(e.getValue(), concept) : e.getValue())
                .flatMap(versions -> versions.stream().max(BY_VERSION).stream())
                .filter(i -> i.identity().url().equals(concept.getSystem())
                        || i.description().related().contains(concept.getSystem()))
                .toList();
        if (releases.isEmpty()) {
            return List.of();
        }
        ConceptKey key = new ConceptKey(
                concept.getSystem(), located(concept).map(Concept::code).orElse(concept.getCode()));
        return new CrossReferences(releases, this::open, this::displayed)
                .of(key).stream()
                        .filter(m -> targetSystem == null
                                || targetSystem.equals(m.concept().getSystem()))
                        .toList();
    }

    private static List<LoadedItem> fitting(List<LoadedItem> versions, Coding concept) {
        return versions.stream()
                .filter(i -> Versions.fits(concept.getVersion(), version(i)))
                .toList();
    }

    private Coding displayed(Coding coding) {
        return coding.setDisplay(located(coding).map(Concept::display).orElse(null));
    }

    /** The concept in the newest version of its code system that fits. */
    private Optional<Concept> located(Coding concept) {
        return fitting(of(systems, concept.getSystem()), concept).stream()
                .max(BY_VERSION)
                .flatMap(i -> codeSystem(i.identity().url(), version(i), List.of()))
                .flatMap(system -> system.locate(concept.getCode()));
    }

    @Override
    public boolean isFragment(String url, String version) {
        return of(systems, url).stream()
                .anyMatch(i -> Objects.equals(version(i), version)
                        && "fragment".equals(i.description().content()));
    }

    @Override
    public List<String> codeSystems() {
        return named;
    }

    @Override
    public void close() {
        files.values().forEach(WholeResources::close);
        open.values().forEach(concepts -> {
            try {
                concepts.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
