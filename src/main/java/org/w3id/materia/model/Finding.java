package org.w3id.materia.model;

import java.util.Objects;

/**
 * Something that a person should know about an input: what could not be read, was kept only as text, or looks wrong.
 *
 * @param severity how much it matters
 * @param path the file, as named by the user or relative to the folder that was named
 * @param line one-based line in the file; 0 where the finding concerns the file as a whole
 * @param code a stable, machine-readable kind, in kebab case ({@code not-utf-8}, {@code section-missing} …)
 * @param message one sentence for a person
 */
public record Finding(Severity severity, String path, int line, String code, String message) {
    /** How much a finding matters. An {@link #ERROR} means that the input, or a part of it, is not served. */
    public enum Severity {
        INFORMATION,
        WARNING,
        ERROR
    }

    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /** {@code path:line: severity: message [code]}, the form that editors and CI tools make clickable. */
    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + ": "
                + message + " [" + code + "]";
    }
}
