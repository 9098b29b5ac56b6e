package org.w3id.materia.server;

import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * The URL of the FHIR base for those answers that HAPI does not make.
 *
 * @param publicBase what the operator says, where it is not what clients send ({@code Host})
 */
record BaseAddress(Optional<String> publicBase) {
    /** As the client sees it; no slash at the end. */
    String of(Request request) {
        return publicBase.orElseGet(() ->
                request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority() + "/fhir");
    }
}
