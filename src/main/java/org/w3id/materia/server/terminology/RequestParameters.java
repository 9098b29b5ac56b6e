package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.terminology.specification.MandatoryElements;

/**
 * The parameters of an operation as a Parameters resource, from a query, a form, a Parameters resource or, for $expand, a ValueSet in
 * the body (FHIR R4, 3.2.0.3 Executing an Operation). Values of a query are strings; the operations read them by their
 * own types.
 */
public final class RequestParameters {
    /** A header that names what the server should remember of the requests that have it. */
    public static final String CACHE_ID = "X-Cache-Id";

    private RequestParameters() {}

    /** @throws Failure invalid where the body is not what it has to be */
    static Parameters of(ServletRequestDetails details, FhirContext context) {
        Parameters parameters = body(details, context);
        add(details.getServletRequest().getParameterMap(), parameters);
        String cache = details.getServletRequest().getHeader(CACHE_ID);
        if (cache != null) {
            parameters.addParameter().setName("cache-id").setValue(new IdType(cache));
        }
        return parameters;
    }

    /** Those of a query alone. */
    static Parameters of(Map<String, String[]> query) {
        Parameters parameters = new Parameters();
        add(query, parameters);
        return parameters;
    }

    private static void add(Map<String, String[]> query, Parameters parameters) {
        query.forEach((name, values) -> {
            if (name.startsWith("_")) {
                return; // Of the answer's form, and not of the operation.
            }
            for (String value : values) {
                parameters.addParameter().setName(name).setValue(new StringType(value));
            }
        });
    }

    private static Parameters body(ServletRequestDetails details, FhirContext context) {
        String type = details.getServletRequest().getContentType();
        EncodingEnum encoding = type == null ? null : EncodingEnum.forContentType(type.split(";", 2)[0].strip());
        if (encoding == null) {
            return new Parameters();
        }
        byte[] content = details.loadRequestContents();
        if (content.length == 0) {
            return new Parameters();
        }
        IBaseResource resource;
        try {
            resource = encoding.newParser(context).parseResource(new ByteArrayInputStream(content));
        } catch (DataFormatException e) {
            throw Failure.invalid("The body is not a FHIR resource: " + e.getMessage());
        } catch (RuntimeException e) { // HAPI's parser answers some malformed input with faults of its own.
            throw Failure.invalid("The body is not a FHIR resource as R4 defines it.");
        }
        MandatoryElements.firstMissing((Resource) resource).ifPresent(path -> {
            throw Failure.invalid("The body has no " + path + ", which is mandatory.");
        });
        if (resource instanceof Parameters parameters) {
            return parameters;
        }
        if (details.getOperation().equals("$expand") && resource.fhirType().equals("ValueSet")) {
            Parameters parameters = new Parameters();
            parameters.addParameter().setName("valueSet").setResource((Resource) resource);
            return parameters;
        }
        throw Failure.invalid("Wrong type for resource. Expected Parameters but found " + resource.fhirType());
    }
}
