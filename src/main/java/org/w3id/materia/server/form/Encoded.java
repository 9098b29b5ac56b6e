package org.w3id.materia.server.form;

/**
 * An answer that exists as its final JSON already. Providers return it in place of a parsed resource; its
 * bytes are sent as they are, or parsed where the client asked for another form.
 */
public interface Encoded {
    /** UTF-8 FHIR JSON, not to be changed. */
    byte[] json();
}
