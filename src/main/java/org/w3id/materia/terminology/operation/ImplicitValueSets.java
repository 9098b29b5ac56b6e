package org.w3id.materia.terminology.operation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;

/**
 * A library in which URLs also stand for value sets that nobody wrote down (FHIR R4, 4.9.5; 4.3.0.3.2 for SNOMED CT): all codes of
 * a code system ({@code system?fhir_vs}, {@code system/vs}), those below one ({@code ?fhir_vs=isa/code}), those of a reference
 * set ({@code refset/code}), and those of an expression ({@code ecl/…}). SNOMED CT's edition and version may stand in the URL.
 */
public final class ImplicitValueSets implements TerminologyLibrary {
    private static final String QUERY = "?fhir_vs";
    private static final String PATH = "/vs";
    private static final String SNOMED_CT = "http://snomed.info/sct";

    private final TerminologyLibrary library;

    public ImplicitValueSets(TerminologyLibrary library) {
        this.library = library;
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        List<ValueSet> written = library.valueSets(url);
        return written.isEmpty() ? implicit(url).stream().toList() : written;
    }

    private Optional<ValueSet> implicit(String url) {
        int query = url.indexOf(QUERY);
        if (query >= 0) {
            String rest = url.substring(query + QUERY.length());
            return valueSet(url, url.substring(0, query)).filter(v -> restrict(v, rest));
        }
        return url.endsWith(PATH)
                ? valueSet(url, url.substring(0, url.length() - PATH.length()))
                : Optional.empty();
    }

    /** All codes of a code system that is known. */
    private Optional<ValueSet> valueSet(String url, String base) {
        boolean isEdition = base.startsWith(SNOMED_CT + "/");
        String system = isEdition ? SNOMED_CT : base;
        List<String> versions = library.versions(system);
        boolean known = isEdition
                ? versions.stream().anyMatch(v -> v != null && (v.equals(base) || v.startsWith(base + "/")))
                : !versions.isEmpty();
        if (!known) {
            return Optional.empty();
        }
        ValueSet valueSet = new ValueSet().setUrl(url).setStatus(PublicationStatus.ACTIVE);
        ConceptSetComponent all = valueSet.getCompose().addInclude().setSystem(system);
        versions.stream()
                .filter(v -> isEdition && v != null && (v.equals(base) || v.startsWith(base + "/")))
                .max(java.util.Comparator.naturalOrder())
                .ifPresent(all::setVersion);
        return Optional.of(valueSet);
    }

    /** What stands behind {@code ?fhir_vs}; false where it is not understood. */
    private static boolean restrict(ValueSet valueSet, String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        String expression = URLDecoder.decode(rest, StandardCharsets.UTF_8);
        return filter(valueSet, expression, "=isa/", "concept", FilterOperator.ISA)
                || filter(valueSet, expression, "=refset/", "memberOf", FilterOperator.EQUAL)
                || filter(valueSet, expression, "=ecl/", "constraint", FilterOperator.EQUAL);
    }

    private static boolean filter(
            ValueSet valueSet, String expression, String prefix, String property, FilterOperator operator) {
        if (!expression.startsWith(prefix) || expression.length() == prefix.length()) {
            return false;
        }
        valueSet.getCompose()
                .getIncludeFirstRep()
                .addFilter()
                .setProperty(property)
                .setOp(operator)
                .setValue(expression.substring(prefix.length()));
        return true;
    }

    @Override
    public List<String> versions(String url) {
        return library.versions(url);
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return library.codeSystem(url, version, supplements);
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return library.supplements(url);
    }

    @Override
    public List<ConceptMap> conceptMaps() {
        return library.conceptMaps();
    }

    @Override
    public List<ConceptMapping> translations(Coding concept, String targetSystem) {
        return library.translations(concept, targetSystem);
    }

    @Override
    public List<String> codeSystems() {
        return library.codeSystems();
    }
}
