package org.w3id.materia.server.http;

import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * The URL of the FHIR base for those answers that HAPI does not make.
 *
 * @param publicBase what the operator says, where it is not what clients send ({@code Host})
 */
public record BaseAddress(Optional<String> publicBase) {
    /** The server's own address: that of the base without its last segment. */
    public String server(Request request) {
        String base = of(request);
        return base.substring(0, base.lastIndexOf('/'));
    }

    /** As the client sees it; no slash at the end. */
    public String of(Request request) {
        return publicBase.orElseGet(() ->
                request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority() + "/fhir");
    }
}
