package org.w3id.materia.server.terminology;

/** An answer that is ready to be sent. */
public final class JsonAnswer {
    private final int status;
    private final byte[] body;

    JsonAnswer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** UTF-8 FHIR JSON, not to be changed. */
    public byte[] body() {
        return body;
    }
}
