package org.w3id.materia.safety.stated;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.w3id.materia.fhir.conformance.Canonical;

/**
 * Where a fact is stated.
 *
 * @param start offset of the words in the text of {@code Binary/[id]}, in UTF-16 code units
 * @param end offset behind them
 * @param sentence the whole sentence, or row of a table, as a reader sees it
 */
public record StatedEvidence(int start, int end, String sentence) {
    private static final String URL = Canonical.extension("evidence");

    /** What the extensions of a resource or an element say; empty where none of them is evidence. */
    public static Optional<StatedEvidence> of(List<Extension> extensions) {
        return extensions.stream()
                .filter(e -> URL.equals(e.getUrl()))
                .findFirst()
                .map(e -> new StatedEvidence(offset(e, "start"), offset(e, "end"), text(e, "sentence")));
    }

    /** The same of an element. */
    public static Optional<StatedEvidence> of(Element element) {
        return of(element.getExtension());
    }

    private static int offset(Extension evidence, String part) {
        return ((IntegerType) evidence.getExtensionByUrl(part).getValue()).getValue();
    }

    private static String text(Extension evidence, String part) {
        return evidence.getExtensionByUrl(part).getValue().primitiveValue();
    }
}
