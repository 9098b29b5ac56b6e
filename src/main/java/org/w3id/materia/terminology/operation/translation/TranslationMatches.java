package org.w3id.materia.terminology.operation.translation;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.UriType;
import org.w3id.materia.terminology.operation.library.ConceptMapping;

/**
 * Writes mappings as the {@code match} parameters of an answer: in the names of R4, or, where the request is in those of R5, with the parts
 * that HL7's servers of R4 give then: {@code originMap} for the map, and {@code source} for the source concept of a translation in reverse.
 */
public final class TranslationMatches {
    private final boolean newer;
    private final boolean reverse;

    /**
     * @param newer whether the request was in the names of R5, so that the answer has to be
     * @param reverse whether it led from target to source
     */
    public TranslationMatches(boolean newer, boolean reverse) {
        this.newer = newer;
        this.reverse = reverse;
    }

    /** @param given concept that was to be translated */
    public void write(ConceptMapping mapping, Coding given, ParametersParameterComponent match) {
        if (newer) {
            writeNewer(mapping, plain(given), match);
        } else {
            writePlain(mapping, match);
        }
    }

    /** In reverse with both concepts, each by its place in the map: the one that was found is the source. */
    private void writeNewer(ConceptMapping mapping, Coding given, ParametersParameterComponent match) {
        if (mapping.equivalence() != null) {
            ConceptMapEquivalence ofMap =
                    reverse ? ConceptMapping.inverse(mapping.equivalence()) : mapping.equivalence();
            match.addPart().setName("equivalence").setValue(new CodeType(ofMap.toCode()));
        }
        if (reverse) {
            match.addPart().setName("source").setValue(mapping.concept());
        }
        Coding target = reverse ? given : mapping.concept();
        if (target.hasCode()) {
            match.addPart().setName("concept").setValue(target);
        }
        writeProducts(mapping, match);
        if (mapping.map() != null) {
            match.addPart().setName("originMap").setValue(new CanonicalType(mapping.map()));
        }
    }

    private static Coding plain(Coding given) {
        return new Coding(given.getSystem(), given.getCode(), given.getDisplay());
    }

    private static void writePlain(ConceptMapping mapping, ParametersParameterComponent match) {
        if (mapping.equivalence() != null) {
            match.addPart()
                    .setName("equivalence")
                    .setValue(new CodeType(mapping.equivalence().toCode()));
        }
        if (mapping.concept().hasCode()) {
            match.addPart().setName("concept").setValue(mapping.concept());
        }
        writeProducts(mapping, match);
        if (mapping.map() != null) {
            match.addPart().setName("source").setValue(new UriType(mapping.map()));
        }
    }

    private static void writeProducts(ConceptMapping mapping, ParametersParameterComponent match) {
        for (OtherElementComponent product : mapping.product()) {
            ParametersParameterComponent part = match.addPart().setName("product");
            part.addPart().setName("element").setValue(new UriType(product.getProperty()));
            part.addPart()
                    .setName("concept")
                    .setValue(new Coding(product.getSystem(), product.getValue(), product.getDisplay()));
        }
    }
}
