package org.w3id.materia.terminology.standard;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.EnglishConcept;

/** A code system without a hierarchy, whose codes a rule knows, and may or may not be able to list. */
abstract class StandardCodeSystem implements CodeSystemProvider {
    private final CodeSystemHeader header;
    private final ConceptFilters filters = new ConceptFilters(this);

    /** @param caseSensitive whether codes that differ in case are different */
    StandardCodeSystem(String url, String version, String name, boolean caseSensitive) {
        CodeSystem resource = new CodeSystem();
        resource.setUrl(url).setVersion(version).setName(name).setStatus(PublicationStatus.ACTIVE);
        resource.setContent(CodeSystemContentMode.COMPLETE).setCaseSensitive(caseSensitive);
        resource.setLanguage("en");
        header = CodeSystemHeader.of(resource, List.of());
    }

    /** The display of a code in its normal form; empty where it is none. */
    abstract Optional<EnglishConcept> find(String code);

    /** All codes, where there is an end to them. */
    Optional<List<EnglishConcept>> all() {
        return Optional.empty();
    }

    @Override
    public final CodeSystemHeader header() {
        return header;
    }

    @Override
    public final Optional<Concept> locate(String code) {
        return code == null || code.isEmpty() ? Optional.empty() : find(code).map(Concept.class::cast);
    }

    @Override
    public final boolean isEnumerable() {
        return all().isPresent();
    }

    @Override
    public final List<Concept> roots() {
        return all().map(List::<Concept>copyOf).orElse(List.of());
    }

    @Override
    public final List<Concept> children(Concept parent) {
        return List.of();
    }

    @Override
    public final List<Concept> parents(Concept child) {
        return List.of();
    }

    @Override
    public final boolean isAncestor(Concept ancestor, Concept descendant) {
        return false;
    }

    @Override
    public final Iterable<Concept> concepts() {
        return roots();
    }

    @Override
    public final int size() {
        return roots().size();
    }

    /** By code and display; what else a standard can be filtered by it says itself. */
    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        return filters.of(filter);
    }

    @Override
    public final Selection select(ConceptQuery query, int offset, int count) {
        return filters.select(query, offset, count);
    }
}
