package org.w3id.materia.terminology.codesystem;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;

/**
 * A name of a concept (FHIR R4, CodeSystem.concept.designation; the display is one as well).
 *
 * @param language BCP-47; null where nothing says
 * @param use what the name is for; null where nothing says
 * @param value the name
 * @param isDisplay whether it is the concept's display
 * @param status active, or what the standards-status extension says of it
 * @param extensions of the designation
 * @param supplement versioned URL of the supplement that it comes from; null for the code system itself
 */
public record Designation(
        String language,
        Coding use,
        String value,
        boolean isDisplay,
        String status,
        List<Extension> extensions,
        String supplement) {
    public static final String ACTIVE = "active";
    private static final Set<String> INACTIVE = Set.of("withdrawn", "inactive");
    private static final String MAINTENANCE = "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra";

    /** The use that a display has where it is listed among the designations. */
    public static Coding preferredForLanguage() {
        return new Coding(MAINTENANCE, "preferredForLanguage", "Preferred For Language");
    }

    /** A display that stands alone, as those in a value set. */
    public static Designation display(String language, String value) {
        return new Designation(language, preferredForLanguage(), value, true, ACTIVE, List.of(), null);
    }

    /** Whether the name may still be used; one of which nothing is said may. */
    public boolean isActive() {
        return !INACTIVE.contains(status);
    }

    /** Whether it can stand as display: nothing says that it is for another use. */
    public boolean canBeDisplay() {
        return use == null
                || is(MAINTENANCE, "preferredForLanguage")
                || is("http://snomed.info/sct", "900000000000548007");
    }

    private boolean is(String system, String code) {
        return system.equals(use.getSystem()) && code.equals(use.getCode());
    }
}
