package org.w3id.materia.cli;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.ingest.ConverterFingerprint;
import org.w3id.materia.ingest.Import;
import org.w3id.materia.ingest.MonographConverter;
import org.w3id.materia.ingest.SampleMark;
import org.w3id.materia.ingest.ShippedResources;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.server.terminology.BuiltInTerminology;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.terminology.loaded.LoadedLibrary;
import org.w3id.materia.terminology.loaded.LoadedResources;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;
import org.w3id.materia.terminology.operation.library.JoinedLibraries;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/**
 * The parts that every command needs, put together. What only a conversion needs is made with the first one: a server that finds its
 * index up to date is ready without it.
 */
final class Wiring {
    /** The source whose fingerprint says what was loaded. */
    private static final String LOADED = "terminologies";

    private final LoadedTerminologies terminologies;
    private final LoadedTerminologies
            state; // One for all conversions, or their fingerprint would not tell what they were made with.
    private String fingerprint;
    private ConformanceResources conformance;
    private ConversionStages stages;
    private ConceptFinder names;
    private LoadedLibrary loaded;
    private TerminologyLibrary builtIn;
    private TerminologyLibrary terminology;

    /** @param data the data directory, which need not exist: phrases are coded with the terminologies that are loaded there */
    Wiring(Path data) {
        this(ContentStore.loadedInto(data));
    }

    /** @param terminologies the loaded ones that phrases are coded with */
    Wiring(LoadedTerminologies terminologies) {
        SharedModel.beginReading();
        this.terminologies = terminologies;
        state = terminologies.asOfNow();
    }

    private Wiring(Wiring other) {
        terminologies = other.terminologies;
        state = terminologies.asOfNow();
        builtIn = other.builtIn;
    }

    /** The same with what is loaded now; this one stays as it is. */
    synchronized Wiring renewed() {
        return new Wiring(this);
    }

    /** Differs from that of another where anything was loaded or taken back between. */
    String loadedState() {
        return state.fingerprintOfAll();
    }

    /** FHIR R4's model, read. */
    FhirContext context() {
        return SharedModel.context();
    }

    /** The search parameters that are indexed and served. */
    SearchParameters parameters() {
        return SharedModel.parameters();
    }

    /** Changes with every build of the converter and with what is loaded. */
    synchronized String fingerprint() {
        if (fingerprint == null) {
            String build = ConverterFingerprint.ofThisBuild();
            String loaded = state.fingerprint();
            fingerprint = loaded.isEmpty() ? build : build + "-" + loaded;
        }
        return fingerprint;
    }

    /** From a monograph's bytes to indexed resources. */
    MonographConverter converter() {
        return (path, content, collection, imported) -> stages().convert(path, content, collection, imported);
    }

    /** Our profiles, code systems, value sets, concept maps, search parameters as a source of the knowledge base. */
    ShippedResources shipped() {
        return new ShippedResources(new Source("conformance", fingerprint()), this::indexConformance);
    }

    /** What is loaded, as another; empty where nothing is. */
    Optional<ShippedResources> loaded() {
        String loaded = state.fingerprintOfAll();
        return loaded.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ShippedResources(new Source(LOADED, fingerprint() + "-" + loaded), this::indexLoaded));
    }

    /** Whether a knowledge base was filled by a process with the same terminologies; another process fills those in a cluster. */
    boolean isLoadedAsIn(Snapshot snapshot) {
        String loadedThere = snapshot.sources().get(LOADED);
        String loadedHere = state.fingerprintOfAll();
        return loadedThere == null ? loadedHere.isEmpty() : loadedThere.endsWith("-" + loadedHere);
    }

    /** What fills a knowledge base with the monographs, and with all that is shipped and loaded. */
    Import importInto(KnowledgeBase knowledge, Monographs monographs) {
        List<ShippedResources> others = new ArrayList<>(List.of(shipped()));
        loaded().ifPresent(others::add);
        if (monographs.areSamples()) {
            others.add(SampleMark.asSource());
        }
        return new Import(knowledge, converter(), fingerprint(), others);
    }

    /** By which phrases of monographs are coded. */
    synchronized ConceptFinder names() {
        stages();
        return names;
    }

    /** Code systems, value sets and concept maps for the terminology operations. */
    synchronized TerminologyLibrary terminology() {
        if (terminology == null) {
            loaded = new LoadedLibrary(terminologies);
            builtIn = builtIn == null ? BuiltInTerminology.library(context()) : builtIn;
            terminology = new JoinedLibraries(List.of(loaded, builtIn));
        }
        return terminology;
    }

    /** Closes the library of the terminology operations, which nobody may use any more. */
    synchronized void close() {
        if (loaded != null) {
            loaded.close();
        }
    }

    /** The stages themselves. */
    synchronized ConversionStages stages() {
        if (stages == null) {
            conformance = ConformanceResources.load();
            names = ShippedLexicon.with(state.concepts());
            stages = new ConversionStages(
                    names,
                    new MonographMapper(conformance, ThisRelease.get().version()),
                    new SearchIndexer(parameters()));
        }
        return stages;
    }

    private List<IndexedResource> indexLoaded(Instant imported) {
        ConversionStages indexing = stages();
        Set<String> taken = conformance.all().stream()
                .map(r -> r.fhirType() + '/' + r.getIdPart())
                .collect(Collectors.toSet());
        return new LoadedResources(state, taken)
                .all().stream()
                        .filter(r -> parameters().types().contains(r.fhirType()))
                        .map(r -> indexing.index(r, imported))
                        .toList();
    }

    private List<IndexedResource> indexConformance(Instant imported) {
        ConversionStages indexing = stages();
        // A copy, because encoding completes a resource's meta and others use these.
        return conformance.all().stream()
                .map(r -> indexing.index(r.copy(), imported))
                .toList();
    }
}
