package org.w3id.materia.server.token;

import org.eclipse.jetty.http.HttpStatus;

/** Why a request's token is not believed; the message may be told to the client. */
public final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is (RFC 6750, 3). */
    public enum Reason {
        /** There is none: the client learns only that one is needed. */
        ABSENT(HttpStatus.UNAUTHORIZED_401, "login", "Bearer realm=\"Materia\""),
        INVALID(HttpStatus.UNAUTHORIZED_401, "login", "Bearer realm=\"Materia\", error=\"invalid_token\""),
        /** The issuer's keys cannot be had: whether it is valid is not known, and the client may ask again. */
        KEYS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE_503, "transient", "");

        private final int status;
        private final String issue;
        private final String challenge;

        Reason(int status, String issue, String challenge) {
            this.status = status;
            this.issue = issue;
            this.challenge = challenge;
        }

        /** The status of the answer. */
        public int status() {
            return status;
        }

        /** The code of its issue (IssueType). */
        public String issue() {
            return issue;
        }

        /** The answer's {@code WWW-Authenticate}; empty where it has none. */
        public String challenge() {
            return challenge;
        }
    }

    private final Reason reason;

    TokenRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    TokenRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
