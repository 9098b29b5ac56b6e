package org.w3id.materia.cli;

/** What the user named cannot be used at all; the message says what and why. Ends a command with exit code 2. */
final class UnusableInputException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message);
    }

    UnusableInputException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
