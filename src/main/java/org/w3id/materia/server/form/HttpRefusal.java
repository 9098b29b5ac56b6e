package org.w3id.materia.server.form;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;

/** A request that HTTP itself, rather than FHIR, gives a reason to refuse: its method, its headers, its form. */
public final class HttpRefusal extends BaseServerResponseException {
    private static final long serialVersionUID = 1L;

    public HttpRefusal(int status, String message) {
        super(status, message);
    }

    /**
     * 405, with the header that it must have (RFC 9110, 15.5.6).
     *
     * @param allow the methods that are allowed here, as the header {@code Allow} lists them
     */
    public static HttpRefusal methodNotAllowed(String method, String allow) {
        HttpRefusal refusal = new HttpRefusal(
                405,
                "This server is read-only: nothing over HTTP changes it. " + method + " is not allowed here; " + allow
                        + " are.");
        refusal.addResponseHeader("Allow", allow);
        return refusal;
    }
}
