package org.w3id.materia.server.form;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;

/**
 * A form in which an answer can be sent.
 *
 * @param name MIME type without parameters
 * @param wire how a resource is written in it
 */
public record MediaType(String name, Wire wire) {
    public static final MediaType FHIR_JSON = new MediaType("application/fhir+json", Wire.JSON);
    static final MediaType FHIR_XML = new MediaType("application/fhir+xml", Wire.XML);

    static final MediaType TURTLE = new MediaType("text/turtle", Wire.TURTLE);

    /** How a resource is written. */
    public enum Wire {
        JSON,
        XML,
        TURTLE,
        /** The content of a Binary itself. */
        RAW;

        /** HAPI's parser and writer for it. For a Binary's own content, that of the resource around it. */
        public IParser parser(FhirContext context) {
            return switch (this) {
                case XML -> context.newXmlParser();
                case TURTLE -> context.newRDFParser();
                case JSON, RAW -> context.newJsonParser();
            };
        }
    }

    /** The header: FHIR is always UTF-8. */
    public String contentType() {
        return wire == Wire.RAW ? name : name + ";charset=utf-8";
    }
}
