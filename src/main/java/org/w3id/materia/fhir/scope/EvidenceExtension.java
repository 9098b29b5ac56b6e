package org.w3id.materia.fhir.scope;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.fhir.conformance.Canonical;

/** Evidence → the extension that points from a fact at the words that state it. */
public final class EvidenceExtension {
    private static final String URL = Canonical.extension("evidence");

    private EvidenceExtension() {}

    /**
     * The extension for a piece of evidence.
     *
     * @param sentence the whole sentence or row around it, as a reader sees it
     */
    public static Extension of(Evidence evidence, String sentence) {
        Extension extension = new Extension(URL);
        extension.addExtension("quote", new StringType(evidence.quote()));
        extension.addExtension("sentence", new StringType(sentence));
        extension.addExtension("section", new CodeType(evidence.section().code()));
        extension.addExtension("start", new IntegerType(evidence.span().start()));
        extension.addExtension("end", new IntegerType(evidence.span().end()));
        return extension;
    }
}
