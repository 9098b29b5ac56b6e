package org.w3id.materia.bulk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.model.Failure;

/** The parameters of the kick-off (Bulk Data Access 2.0, Bulk Data Kick-off Request, Query Parameters). */
public final class ExportParameters {
    private static final String SUPPORTED = "Supported are _outputFormat, _since and _type.";
    private static final Set<String> FORMATS = Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

    /** Of the guide, and not for this server: there are no patients here, and every resource is exported whole. */
    private static final Set<String> NOT_SUPPORTED = Set.of(
            "_elements",
            "_typeFilter",
            "patient",
            "includeAssociatedData",
            "organizeOutputBy",
            "allowPartialManifests");

    private final Set<String> served;

    /** @param served resource types that can be asked for */
    public ExportParameters(Set<String> served) {
        this.served = Set.copyOf(served);
    }

    /**
     * @param url of the request
     * @param lenient whether what is not known or supported is passed over ({@code Prefer: handling=lenient}) and not refused
     * @throws Failure invalid or not supported, naming the parameter
     */
    public ExportRequest parse(String url, Map<String, List<String>> parameters, boolean lenient) {
        if (!lenient) {
            parameters.keySet().forEach(ExportParameters::checkName);
        }
        parameters.getOrDefault("_outputFormat", List.of()).forEach(ExportParameters::checkFormat);
        return new ExportRequest(url, types(parameters.get("_type"), lenient), since(parameters.get("_since")));
    }

    private static void checkName(String name) {
        if (NOT_SUPPORTED.contains(name)) {
            throw Failure.notSupported("'" + name + "' is not supported on $export. " + SUPPORTED);
        }
        if (!Set.of("_outputFormat", "_since", "_type").contains(name)) {
            throw Failure.invalid("$export has no parameter '" + name + "'. " + SUPPORTED);
        }
    }

    private static void checkFormat(String value) {
        // An unescaped '+' in a URL arrives as a blank.
        if (!FORMATS.contains(value.strip().replace(' ', '+'))) {
            throw Failure.notSupported("'" + value + "' is not a value for '_outputFormat'. This server exports"
                    + " application/fhir+ndjson, which may be written application/ndjson or ndjson too.");
        }
    }

    private List<String> types(List<String> values, boolean lenient) {
        if (values == null) {
            return List.of();
        }
        List<String> asked = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .distinct()
                .sorted()
                .toList();
        List<String> known = asked.stream().filter(served::contains).toList();
        // None at all would be taken for "every type", which was not asked.
        if (known.isEmpty() || known.size() < asked.size() && !lenient) {
            List<String> unknown =
                    asked.stream().filter(type -> !served.contains(type)).toList();
            throw Failure.invalid("This server has no resource type '" + String.join("', '", unknown)
                    + "', which '_type' names. It has: "
                    + String.join(", ", served.stream().sorted().toList()) + ".");
        }
        return known;
    }

    private static Optional<Instant> since(List<String> values) {
        if (values == null) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw Failure.invalid("'_since' can be given once, and not " + values.size() + " times.");
        }
        try {
            return Optional.of(OffsetDateTime.parse(values.get(0).strip().replace(' ', '+'))
                    .toInstant());
        } catch (DateTimeParseException e) {
            throw Failure.invalid("'" + values.get(0) + "' is not a value for '_since'. It is an instant with its zone,"
                    + " such as 2026-11-23T01:50:24Z ('+' in a URL is written %2B).");
        }
    }
}
