package org.w3id.materia.store;

import java.util.List;
import java.util.Objects;
import org.w3id.materia.model.Finding;

/**
 * Where resources come from: a monograph, or a file of conformance resources.
 *
 * @param id unique name within the store
 * @param fingerprint changes whenever what would be put for the source might change
 * @param findings what a person should know about the source; kept, because an unchanged source is not read again
 */
public record Source(String id, String fingerprint, List<Finding> findings) {
    public Source {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fingerprint, "fingerprint");
        findings = List.copyOf(findings);
    }

    /** A source without findings. */
    public Source(String id, String fingerprint) {
        this(id, fingerprint, List.of());
    }
}
