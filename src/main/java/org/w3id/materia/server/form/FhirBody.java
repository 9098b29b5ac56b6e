package org.w3id.materia.server.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.w3id.materia.server.form.MediaType.Wire;

/** Bodies of requests that are FHIR resources (FHIR R4, 3.1.0.1.9). */
public final class FhirBody {
    private static final Map<String, MediaType> FORMS = Map.of(
            "application/fhir+json",
            MediaType.FHIR_JSON,
            "application/json",
            new MediaType("application/json", Wire.JSON),
            "application/fhir+xml",
            MediaType.FHIR_XML,
            "application/xml",
            new MediaType("application/xml", Wire.XML));

    private FhirBody() {}

    /** Whether the body says of itself that it is a resource. */
    public static boolean isIn(HttpServletRequest request) {
        return form(request) != null;
    }

    /** The form of the resource in the body; null where it says that it is none. */
    public static MediaType form(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? null : FORMS.get(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
