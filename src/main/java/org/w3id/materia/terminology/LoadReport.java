package org.w3id.materia.terminology;

import java.util.List;
import org.w3id.materia.model.Finding;

/**
 * What a load did.
 *
 * @param system the code system loaded
 * @param concepts number of concepts
 * @param crossReferences number of codes of other code systems
 * @param changed false where the same concepts were loaded already
 * @param findings what could not be understood, with file and line
 */
public record LoadReport(
        ReleasedSystem system, int concepts, int crossReferences, boolean changed, List<Finding> findings) {
    public LoadReport {
        findings = List.copyOf(findings);
    }
}
