package org.w3id.materia.server.form;

import org.w3id.materia.server.ResponseInterceptor;

/**
 * An answer that exists as its final JSON already. Providers return it in place of a parsed resource; {@link
 * ResponseInterceptor} sends its bytes as they are, or parses them where the client asked for another form.
 */
public interface Encoded {
    /** UTF-8 FHIR JSON, not to be changed. */
    byte[] json();
}
