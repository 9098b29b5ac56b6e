package org.w3id.materia.terminology;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.ResourceCodeSystem;
import org.w3id.materia.terminology.operation.TerminologyLibrary;

/** What was loaded, for the terminology operations. Indexes are opened, and resources read, when they are asked for. */
public final class LoadedLibrary implements TerminologyLibrary, AutoCloseable {
    private static final int KEPT = 256;

    private final List<LoadedItem> items;
    private final LoadedTerminologies terminologies;
    private final Map<LoadedItem, StoredConcepts> open = new ConcurrentHashMap<>();
    private final LoadingCache<LoadedItem, MetadataResource> read;

    /** What is loaded now; later loads change nothing in it. */
    public LoadedLibrary(LoadedTerminologies terminologies) {
        this.terminologies = terminologies;
        items = terminologies.list();
        read = Caffeine.newBuilder().maximumSize(KEPT).build(terminologies::read);
    }

    private Stream<LoadedItem> all(String type) {
        return items.stream().filter(i -> i.type().equals(type));
    }

    private Stream<LoadedItem> systems(String url) {
        return all("CodeSystem")
                .filter(i ->
                        i.url().equals(url) && !"supplement".equals(i.content()) && !"not-present".equals(i.content()));
    }

    @Override
    public List<String> versions(String url) {
        return systems(url).map(LoadedItem::version).toList();
    }

    /** Supplements apply to code systems that are kept whole; without them, the others say that they are missing. */
    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return systems(url)
                .filter(i -> Objects.equals(i.version(), version))
                .findFirst()
                .map(i -> i.isConceptByConcept()
                        ? open.computeIfAbsent(i, terminologies::open)
                        : new ResourceCodeSystem((CodeSystem) read.get(i), supplements));
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return all("CodeSystem")
                .filter(i -> i.supplements() != null
                        && (i.supplements().equals(url) || i.supplements().startsWith(url + "|")))
                .map(i -> (CodeSystem) read.get(i))
                .toList();
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return all("ValueSet")
                .filter(i -> i.url().equals(url))
                .map(i -> (ValueSet) read.get(i))
                .toList();
    }

    @Override
    public List<ConceptMap> conceptMaps() {
        return all("ConceptMap").map(i -> (ConceptMap) read.get(i)).toList();
    }

    @Override
    public List<String> codeSystems() {
        return all("CodeSystem")
                .map(LoadedItem::url)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Override
    public void close() {
        open.values().forEach(concepts -> {
            try {
                concepts.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
