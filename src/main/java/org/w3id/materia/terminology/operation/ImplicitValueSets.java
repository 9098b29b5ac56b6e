package org.w3id.materia.terminology.operation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;

/**
 * URLs that stand for value sets which nobody wrote down (FHIR R4, 4.9.5; 4.3.0.3.2 for SNOMED CT): all codes of a code system
 * ({@code system?fhir_vs}, {@code system?vs}, {@code system/vs}), those below one ({@code ?fhir_vs=isa/code}), those of a reference
 * set ({@code refset/code}), and those of an expression ({@code ecl/…}). SNOMED CT's edition and version may stand in the URL.
 */
final class ImplicitValueSets {
    private static final String QUERY = "?fhir_vs";
    private static final List<String> WHOLE = List.of("?vs", "/vs");
    private static final String SNOMED_CT = "http://snomed.info/sct";

    /** Versions of a code system that are there, null for one without; none where it is not known. */
    private final Function<String, List<String>> versions;

    ImplicitValueSets(Function<String, List<String>> versions) {
        this.versions = versions;
    }

    Optional<ValueSet> find(String url) {
        int query = url.indexOf(QUERY);
        if (query >= 0) {
            String rest = url.substring(query + QUERY.length());
            return valueSet(url, url.substring(0, query)).filter(v -> restrict(v, rest));
        }
        return WHOLE.stream()
                .filter(url::endsWith)
                .findFirst()
                .flatMap(ending -> valueSet(url, url.substring(0, url.length() - ending.length())));
    }

    /** All codes of a code system that is known. */
    private Optional<ValueSet> valueSet(String url, String base) {
        boolean isEdition = base.startsWith(SNOMED_CT + "/");
        String system = isEdition ? SNOMED_CT : base;
        List<String> known = versions.apply(system).stream()
                .filter(v -> !isEdition || v != null && (v.equals(base) || v.startsWith(base + "/")))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        ConceptSetComponent all = valueSet.getCompose().addInclude().setSystem(system);
        if (isEdition) {
            known.stream().max(Comparator.naturalOrder()).ifPresent(all::setVersion);
        }
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
}
