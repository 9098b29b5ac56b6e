package org.w3id.materia.server;

import ca.uhn.fhir.rest.api.PreferHandlingEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;

/** What becomes of parameters that this server does not know: {@code Prefer: handling=…} (FHIR R4, 3.1.1.4). */
enum Handling {
    /** They are refused. */
    STRICT,
    /** They are passed over. */
    LENIENT;

    /** @param prefer the header; null or empty where there is none */
    static Handling of(String prefer) {
        return prefer != null
                        && !prefer.isEmpty()
                        && RestfulServerUtils.parsePreferHeader(prefer).getHanding() == PreferHandlingEnum.LENIENT
                ? LENIENT
                : STRICT;
    }
}
