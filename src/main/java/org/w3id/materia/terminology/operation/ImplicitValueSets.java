package org.w3id.materia.terminology.operation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;

/**
 * Value sets that exist by their URL alone (FHIR R4, 4.9.5 Implicit Code Systems; 4.3 for SNOMED CT, LOINC and UCUM): {@code [system]?vs},
 * {@code [system]/vs} and {@code [system]?fhir_vs} are all of a code system, {@code [system]?fhir_vs=isa/[code]} a concept and its
 * kinds, {@code [system]?fhir_vs=refset/[code]} the members of a reference set.
 */
final class ImplicitValueSets {
    private static final String FHIR_VS = "?fhir_vs";
    private static final List<String> WHOLE = List.of(FHIR_VS, "?vs", "/vs");
    private static final String IS_A = FHIR_VS + "=isa/";
    private static final String REFERENCE_SET = FHIR_VS + "=refset/";

    private ImplicitValueSets() {}

    /** @param isCodeSystem whether a canonical is that of a code system */
    static Optional<ValueSet> of(String url, Predicate<String> isCodeSystem) {
        for (String ending : WHOLE) {
            if (url.endsWith(ending)) {
                return valueSet(url, url.substring(0, url.length() - ending.length()), isCodeSystem);
            }
        }
        return filtered(url, IS_A, "concept", FilterOperator.ISA, isCodeSystem)
                .or(() -> filtered(url, REFERENCE_SET, "memberOf", FilterOperator.EQUAL, isCodeSystem));
    }

    private static Optional<ValueSet> filtered(
            String url, String form, String property, FilterOperator operator, Predicate<String> isCodeSystem) {
        int at = url.indexOf(form);
        if (at < 0) {
            return Optional.empty();
        }
        String code = URLDecoder.decode(url.substring(at + form.length()), StandardCharsets.UTF_8);
        Optional<ValueSet> valueSet = valueSet(url, url.substring(0, at), isCodeSystem);
        valueSet.ifPresent(v -> v.getCompose()
                .getIncludeFirstRep()
                .addFilter()
                .setProperty(property)
                .setOp(operator)
                .setValue(code));
        return valueSet;
    }

    private static Optional<ValueSet> valueSet(String url, String system, Predicate<String> isCodeSystem) {
        if (!isCodeSystem.test(system)) {
            return Optional.empty();
        }
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        ConceptSetComponent include = valueSet.getCompose().addInclude();
        include.setSystem(system);
        return Optional.of(valueSet);
    }
}
