package org.w3id.materia.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.encoding.EncodedResource;
import org.w3id.materia.fhir.encoding.ResourceEncoder;
import org.w3id.materia.fhir.scope.MentionedMonographs;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.UnusableMonographException;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/** The whole way of a monograph: read → extract → code → map → encode and index. */
public final class ConversionStages implements MonographConverter {
    private final ConceptFinder concepts;
    private final MonographMapper mapper;
    private final SearchIndexer indexer;
    private final ResourceEncoder encoder = new ResourceEncoder();

    public ConversionStages(ConceptFinder concepts, MonographMapper mapper, SearchIndexer indexer) {
        this.concepts = concepts;
        this.mapper = mapper;
        this.indexer = indexer;
    }

    @Override
    public Conversion convert(String path, byte[] content, Set<String> collection, Instant imported) {
        try {
            ReadMonograph read = ReadMonograph.of(path, content);
            Monograph monograph = read.monograph();
            MonographFacts facts = read.facts();
            List<Finding> findings = new ArrayList<>(monograph.findings());
            findings.addAll(facts.findings());
            List<IndexedResource> resources = new ArrayList<>();
            CodedFacts coded = new CodedFacts(facts, concepts);
            MentionedMonographs mentions = MentionedMonographs.of(coded);
            List<Resource> converted = mapper.convert(monograph, coded, mentions.within(collection));
            for (Resource r : converted) {
                resources.add(index(r, converted, imported));
            }
            return new Conversion(resources, findings, mentions.ids());
        } catch (UnusableMonographException e) {
            return new Conversion(List.of(), List.of(e.finding()), Set.of());
        }
    }

    /** One resource by itself as it is stored, with the values by which it is found. */
    public IndexedResource index(Resource resource, Instant imported) {
        return index(resource, List.of(), imported);
    }

    private IndexedResource index(Resource resource, List<Resource> siblings, Instant imported) {
        EncodedResource encoded = encoder.encode(resource, imported);
        StoredResource stored = new StoredResource(
                new ResourceKey(encoded.type(), encoded.id()),
                encoded.versionId(),
                encoded.lastUpdated(),
                encoded.json());
        return new IndexedResource(stored, indexer.index(resource, encoded.json(), siblings));
    }
}
