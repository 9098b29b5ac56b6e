package org.w3id.materia.server.search;

import ca.uhn.fhir.rest.api.PreferHandlingEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import org.w3id.materia.terminology.operation.request.ParameterTable;

/** What becomes of parameters that this server does not know: {@code Prefer: handling=…} (FHIR R4, 3.1.1.4). */
public enum Handling {
    /** They are refused. */
    STRICT,
    /** They are passed over. */
    LENIENT;

    /** @param prefer the header; null or empty where there is none */
    public static Handling of(String prefer) {
        return prefer != null
                        && !prefer.isEmpty()
                        && RestfulServerUtils.parsePreferHeader(prefer).getHanding() == PreferHandlingEnum.LENIENT
                ? LENIENT
                : STRICT;
    }

    /** What becomes of those of a terminology operation. */
    public ParameterTable.Unknown ofUnknownParameters() {
        return this == LENIENT ? ParameterTable.Unknown.PASSED_OVER : ParameterTable.Unknown.REFUSED;
    }
}
