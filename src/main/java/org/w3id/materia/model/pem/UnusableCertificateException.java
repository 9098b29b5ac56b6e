package org.w3id.materia.model.pem;

/** A certificate or key that TLS cannot use; the message names the file and says what would be right. */
public final class UnusableCertificateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableCertificateException(String message, Throwable cause) {
        super(message, cause);
    }

    UnusableCertificateException(String message) {
        super(message);
    }
}
