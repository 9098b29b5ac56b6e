package org.w3id.materia.cli;

import java.time.Instant;
import java.util.List;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.ingest.ConverterFingerprint;
import org.w3id.materia.ingest.ShippedResources;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.SearchParameters;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.Source;

/**
 * The parts that every command needs, put together.
 *
 * @param parameters the search parameters that are indexed and served
 * @param conformance our profiles, code systems, value sets, concept maps, search parameters
 * @param stages from a monograph's bytes to indexed resources
 * @param fingerprint changes with every build of the converter
 */
record Wiring(
        SearchParameters parameters, ConformanceResources conformance, ConversionStages stages, String fingerprint) {
    static Wiring load() {
        SearchParameters parameters = SearchParameters.load();
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.of(conformance),
                new MonographMapper(conformance, ThisRelease.get().version()),
                new SearchIndexer(parameters));
        return new Wiring(parameters, conformance, stages, ConverterFingerprint.ofThisBuild());
    }

    /** The conformance resources as a source of the knowledge base. */
    ShippedResources shipped() {
        return new ShippedResources(new Source("conformance", fingerprint), this::indexConformance);
    }

    private List<IndexedResource> indexConformance(Instant imported) {
        // A copy, because encoding completes a resource's meta and others use these.
        return conformance.all().stream()
                .map(r -> stages.index(r.copy(), imported))
                .toList();
    }
}
