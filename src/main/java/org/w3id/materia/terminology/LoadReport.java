package org.w3id.materia.terminology;

import java.util.List;
import org.w3id.materia.model.Finding;

/**
 * What a load did.
 *
 * @param items the code systems, value sets and concept maps of the release
 * @param concepts number of concepts of code systems that are kept concept by concept
 * @param crossReferences number of codes of other code systems
 * @param changed false where the same was loaded already
 * @param findings what could not be understood, with file and line
 */
public record LoadReport(
        List<LoadedItem> items, long concepts, long crossReferences, boolean changed, List<Finding> findings) {
    public LoadReport {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }
}
