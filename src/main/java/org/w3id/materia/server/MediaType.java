package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;

/**
 * A form in which an answer can be sent.
 *
 * @param name MIME type without parameters
 * @param wire how a resource is written in it
 */
record MediaType(String name, Wire wire) {
    static final MediaType FHIR_JSON = new MediaType("application/fhir+json", Wire.JSON);
    static final MediaType FHIR_XML = new MediaType("application/fhir+xml", Wire.XML);

    static final MediaType TURTLE = new MediaType("text/turtle", Wire.TURTLE);

    /** How a resource is written. */
    enum Wire {
        JSON,
        XML,
        TURTLE,
        /** The content of a Binary itself. */
        RAW;

        IParser parser(FhirContext context) {
            return switch (this) {
                case XML -> context.newXmlParser();
                case TURTLE -> context.newRDFParser();
                case JSON, RAW -> context.newJsonParser();
            };
        }
    }

    /** The header: FHIR is always UTF-8. */
    String contentType() {
        return wire == Wire.RAW ? name : name + ";charset=utf-8";
    }
}
