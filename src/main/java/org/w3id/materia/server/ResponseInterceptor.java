package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.json.ResourceJson;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.capability.EncodedCapabilities;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.server.form.ConditionalRead;
import org.w3id.materia.server.form.ContentNegotiation;
import org.w3id.materia.server.form.Encoded;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.server.form.EntityTag;
import org.w3id.materia.server.form.HttpRefusal;
import org.w3id.materia.server.form.MediaType;
import org.w3id.materia.server.form.MediaType.Wire;
import org.w3id.materia.server.form.OtherForm;
import org.w3id.materia.server.form.ResponseBody;
import org.w3id.materia.server.form.Subset;
import org.w3id.materia.server.form.UnparsedResource;
import org.w3id.materia.store.StoredResource;

/**
 * The way out for every answer: stored JSON goes out as the bytes that it is, and other JSON is written by {@link ResourceJson};
 * what is not wanted is left out of the JSON, and another form (XML, {@code _pretty}) is made from that.
 */
@Interceptor
public final class ResponseInterceptor {
    private final FhirContext context;
    private final ResourceJson json;

    ResponseInterceptor(FhirContext context) {
        this.context = context;
        this.json = new ResourceJson(context);
    }

    /** Sends the answer itself, so that HAPI does not. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean send(ServletRequestDetails details, IBaseResource resource) throws IOException {
        HttpServletResponse response = details.getServletResponse();
        if (resource instanceof UnparsedResource read) {
            StoredResource stored = read.stored();
            ConditionalRead.describe(stored, response);
            if (ConditionalRead.isUnchanged(stored, details.getServletRequest())) {
                return sendNotModified(response);
            }
            if (stored.key().type().equals("Binary")) {
                return sendBinary(details, read);
            }
        }
        Optional<EntityTag> tag = tag(resource);
        if (tag.isPresent()) {
            response.setHeader("ETag", tag.get().header());
            if (tag.get().isNamedIn(details.getServletRequest().getHeaders("If-None-Match"))) {
                return sendNotModified(response);
            }
        }
        send(details, resource, ContentNegotiation.choose(details.getServletRequest()));
        return false;
    }

    /** Of what is no resource that is stored, and can be asked for again. */
    private static Optional<EntityTag> tag(IBaseResource resource) {
        if (resource instanceof EncodedCapabilities capabilities) {
            return Optional.of(capabilities.tag());
        }
        return resource instanceof EncodedBundle bundle ? bundle.tag() : Optional.empty();
    }

    private static boolean sendNotModified(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        ResponseBody.describe(response);
        return false;
    }

    private boolean sendBinary(ServletRequestDetails details, UnparsedResource read) throws IOException {
        Binary binary = (Binary) context.newJsonParser().parseResource(new ByteArrayInputStream(read.json()));
        MediaType form;
        try {
            form = ContentNegotiation.chooseForBinary(details.getServletRequest(), mimeType(binary));
        } catch (HttpRefusal e) {
            // Only now is it known what could be offered.
            refuse(details, Outcome.of(e, details.getRequestId()), MediaType.FHIR_JSON);
            return false;
        }
        if (form.wire() == Wire.RAW) {
            MediaType own = new MediaType(withCharset(binary.getContentType()), Wire.RAW);
            ResponseBody.send(details.getServletResponse(), 200, own, binary.getContent());
        } else {
            send(details, read, form);
        }
        return false;
    }

    private void send(ServletRequestDetails details, IBaseResource resource, MediaType form) throws IOException {
        try {
            ResponseBody.send(details.getServletResponse(), 200, form, body(details, resource, form));
        } catch (Failure e) {
            refuse(details, Outcome.of(e, details.getRequestId()), form);
        }
    }

    private byte[] body(ServletRequestDetails details, IBaseResource resource, MediaType form) {
        Subset subset = Subset.asked(details.getParameters());
        boolean isJson = form.wire() == Wire.JSON || subset.form() != Subset.Form.WHOLE || resource instanceof Encoded;
        OtherForm other = other(details, form);
        return isJson ? other.of(subset.of(json(details, resource))) : other.of(resource);
    }

    /** What is thrown from here HAPI would log as a fault. */
    private void refuse(ServletRequestDetails details, Outcome outcome, MediaType form) throws IOException {
        byte[] body = other(details, form).of(outcome.resource());
        if (outcome.isTemporary()) {
            details.getServletResponse().setIntHeader("Retry-After", Outcome.TRY_AGAIN);
        }
        ResponseBody.send(details.getServletResponse(), outcome.status(), form, body);
    }

    private OtherForm other(ServletRequestDetails details, MediaType form) {
        boolean pretty = RestfulServerUtils.prettyPrintResponse(details.getServer(), details);
        return new OtherForm(context, form.wire(), pretty, details.getFhirServerBase());
    }

    private byte[] json(ServletRequestDetails details, IBaseResource resource) {
        if (resource instanceof Encoded encoded) {
            return encoded.json();
        }
        return resource instanceof Bundle
                ? new OtherForm(context, Wire.JSON, false, details.getFhirServerBase()).of(resource)
                : json.encode((Resource) resource);
    }

    /** All text here is UTF-8, and a client that is not told would guess. */
    private static String withCharset(String contentType) {
        return contentType.startsWith("text/") && !contentType.contains("charset")
                ? contentType + ";charset=utf-8"
                : contentType;
    }

    private static String mimeType(Binary binary) {
        return binary.getContentType().split(";", 2)[0].strip();
    }
}
