package org.w3id.materia.terminology.operation.library;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.w3id.materia.terminology.codesystem.Versions;

/**
 * URLs that stand for value sets which nobody wrote down (FHIR R4, 4.9.5; 4.3.0.3.2 for SNOMED CT): all codes of a code system
 * ({@code system?fhir_vs}, {@code system?vs}, {@code system/vs}), those below one ({@code ?fhir_vs=isa/code}), those of a reference
 * set ({@code refset/code}), all reference sets ({@code refset}), and those of an expression ({@code ecl/…}). SNOMED CT's edition and
 * version may stand in the URL. The version of such a value set is that of the code system.
 */
public final class ImplicitValueSets {
    private static final String QUERY = "?fhir_vs";
    private static final List<String> WHOLE = List.of("?vs", "/vs");
    private static final String SNOMED_CT = "http://snomed.info/sct";
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Versions of a code system that are there, null for one without; none where it is not known. */
    private final Function<String, List<String>> versions;

    public ImplicitValueSets(Function<String, List<String>> versions) {
        this.versions = versions;
    }

    /**
     * The value set; empty where there is no such code system, or no such version of it.
     *
     * @param wanted version; null for any
     */
    public Optional<ValueSet> find(String url, String wanted) {
        int query = url.indexOf(QUERY);
        if (query >= 0) {
            String rest = url.substring(query + QUERY.length());
            return valueSet(url, url.substring(0, query), wanted).filter(v -> restrict(v, rest));
        }
        return WHOLE.stream()
                .filter(url::endsWith)
                .findFirst()
                .flatMap(ending -> valueSet(url, url.substring(0, url.length() - ending.length()), wanted));
    }

    /** All codes of a code system that is known. */
    private Optional<ValueSet> valueSet(String url, String base, String wanted) {
        boolean isEdition = base.startsWith(SNOMED_CT + "/");
        String system = isEdition ? SNOMED_CT : base;
        List<String> known = versions.apply(system).stream()
                .filter(v -> !isEdition || isOf(base, v))
                .filter(v -> Versions.fits(wanted, v) || system.equals(SNOMED_CT) && isOf(wanted, v))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        ConceptSetComponent all = valueSet.getCompose().addInclude().setSystem(system);
        if (isEdition || wanted != null) {
            all.setVersion(Collections.max(known, Versions.ORDER));
        }
        if (wanted != null) {
            valueSet.setVersion(all.getVersion());
        }
        return Optional.of(valueSet);
    }

    /** Whether a version is of an edition of SNOMED CT, or is that version itself. */
    private static boolean isOf(String edition, String version) {
        return version != null && (version.equals(edition) || version.startsWith(edition + "/"));
    }

    /** What stands behind {@code ?fhir_vs}; false where it is not understood. */
    private static boolean restrict(ValueSet valueSet, String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        String expression = decoded(rest);
        return expression.equals("=refset") && filter(valueSet, "referenceSet", FilterOperator.EQUAL, "true")
                || filter(valueSet, expression, "=isa/", "concept", FilterOperator.ISA)
                || filter(valueSet, expression, "=refset/", "memberOf", FilterOperator.EQUAL)
                || filter(valueSet, expression, "=ecl/", "constraint", FilterOperator.EQUAL);
    }

    /** What clients encode twice; a percent sign that encodes nothing stands in a term. */
    private static String decoded(String text) {
        return URLDecoder.decode(LONE_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
    }

    private static boolean filter(
            ValueSet valueSet, String expression, String prefix, String property, FilterOperator operator) {
        return expression.startsWith(prefix)
                && expression.length() > prefix.length()
                && filter(valueSet, property, operator, expression.substring(prefix.length()));
    }

    /** Always true, as what is understood. */
    private static boolean filter(ValueSet valueSet, String property, FilterOperator operator, String value) {
        valueSet.getCompose()
                .getIncludeFirstRep()
                .addFilter()
                .setProperty(property)
                .setOp(operator)
                .setValue(value);
        return true;
    }
}
