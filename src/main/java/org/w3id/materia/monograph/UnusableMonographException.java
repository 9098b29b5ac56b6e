package org.w3id.materia.monograph;

import org.w3id.materia.model.Finding;

/** A file that cannot be served as a monograph at all; the finding says why, for a person. */
public final class UnusableMonographException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public UnusableMonographException(Finding finding) {
        super(finding.toString());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
