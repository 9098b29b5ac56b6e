package org.w3id.materia.server.bulk;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.bulk.ExportParameters;
import org.w3id.materia.bulk.ExportRequest;
import org.w3id.materia.model.Failure;

/** Reads the request that begins an export (Bulk Data Access 2.0, Bulk Data Kick-off Request). */
public final class KickOff {
    private final FhirContext context;
    private final ExportParameters parameters;

    /** @param types resource types that can be exported */
    public KickOff(FhirContext context, Set<String> types) {
        this.context = context;
        this.parameters = new ExportParameters(types);
    }

    /**
     * @throws Failure invalid or not supported, where the headers or parameters are
     * @throws HttpException.RuntimeException where the body, or the wanted form of the answer, is not one of ours
     */
    ExportRequest request(Request request, String base) throws IOException {
        List<String> accepted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
        if (!accepted.isEmpty() && accepted.stream().noneMatch(KickOff::isJson)) {
            throw new HttpException.RuntimeException(HttpStatus.NOT_ACCEPTABLE_406, "Accept: application/fhir+json");
        }
        List<String> preferences = preferences(request);
        if (!preferences.contains("respond-async")) {
            throw Failure.invalid("$export is asynchronous alone: it needs the header 'Prefer: respond-async'.");
        }
        boolean post = request.getMethod().equals("POST");
        String query = request.getHttpURI().getQuery();
        String url = base + "/$export" + (post || query == null ? "" : "?" + query);
        return parameters.parse(
                url, post ? ofBody(request) : ofQuery(request), preferences.contains("handling=lenient"));
    }

    private static boolean isJson(String range) {
        String type = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Set.of("application/fhir+json", "application/json", "application/*", "*/*")
                .contains(type);
    }

    /** RFC 7240: the preferences of all such headers, in lower case, without blanks. */
    private static List<String> preferences(Request request) {
        return request.getHeaders().getValuesList("Prefer").stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]", -1)))
                .map(preference -> preference.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Map<String, List<String>> ofQuery(Request request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
            values.put(field.getName(), field.getValues());
        }
        return values;
    }

    private Map<String, List<String>> ofBody(Request request) throws IOException {
        if (request.getHttpURI().getQuery() != null) {
            throw Failure.invalid("$export by POST has its parameters in the body, and not in the URL.");
        }
        String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .toLowerCase(Locale.ROOT);
        boolean xml = type.startsWith("application/fhir+xml");
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        if (body.isBlank()) {
            return Map.of();
        }
        if (!xml && !isJson(type)) {
            throw new HttpException.RuntimeException(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Parameters.ParametersParameterComponent part : parse(body, xml).getParameter()) {
            String value = part.hasValue() ? part.getValue().primitiveValue() : null;
            values.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(value == null ? "" : value);
        }
        return values;
    }

    private Parameters parse(String body, boolean xml) {
        try {
            return (xml ? context.newXmlParser() : context.newJsonParser()).parseResource(Parameters.class, body);
        } catch (RuntimeException e) { // HAPI's parser answers some malformed input with faults of its own.
            throw Failure.invalid("The body of $export is not a Parameters resource.");
        }
    }
}
