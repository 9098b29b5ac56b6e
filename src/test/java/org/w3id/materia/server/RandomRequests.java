package org.w3id.materia.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Requests that nobody would write: parts of right ones put together at random and damaged, the same for the same seed. */
final class RandomRequests {
    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW");

    private static final List<String> PATHS = List.of(
            "/fhir/MedicationKnowledge",
            "/fhir/MedicationKnowledge/a",
            "/fhir/MedicationKnowledge/a/_history",
            "/fhir/MedicationKnowledge/a/_history/1",
            "/fhir/MedicationKnowledge/_history",
            "/fhir/MedicationKnowledge/_search",
            "/fhir/MedicationKnowledge/a/$meta",
            "/fhir/Medication/a/$everything",
            "/fhir/Medication/$everything",
            "/fhir/Composition/c/$document",
            "/fhir/Composition",
            "/fhir/Binary/b",
            "/fhir/_history",
            "/fhir/",
            "/fhir",
            "/fhir/metadata",
            "/fhir/$versions",
            "/fhir/$export",
            "/fhir/bulk/x",
            "/fhir/CodeSystem/$lookup",
            "/fhir/CodeSystem/$validate-code",
            "/fhir/CodeSystem/$subsumes",
            "/fhir/CodeSystem/$find-matches",
            "/fhir/CodeSystem/colours/$lookup",
            "/fhir/ValueSet/$expand",
            "/fhir/ValueSet/$validate-code",
            "/fhir/ValueSet/$batch-validate-code",
            "/fhir/ConceptMap/$translate",
            "/fhir/ConceptMap/$closure",
            "/fhir/ConceptMap/$nothing",
            "/fhir/Patient",
            "/health/ready",
            "/openapi",
            "/api-docs",
            "/",
            "//",
            "/fhir//MedicationKnowledge",
            "/fhir/../fhir/metadata",
            "*");

    private static final List<String> NAMES = List.of(
            "_id",
            "_count",
            "_sort",
            "_include",
            "_revinclude",
            "_include:iterate",
            "_has",
            "_content",
            "_text",
            "_filter",
            "_lastUpdated",
            "_since",
            "_at",
            "_total",
            "_summary",
            "_elements",
            "_format",
            "_pretty",
            "_getpages",
            "_page",
            "page",
            "cursor",
            "_contained",
            "_query",
            "_type",
            "_outputFormat",
            "_typeFilter",
            "code",
            "code:in",
            "code:not",
            "code:missing",
            "code:above",
            "code:below",
            "name",
            "name:contains",
            "name:exact",
            "date",
            "status",
            "ingredient",
            "subject.name",
            "subject:Medication.code",
            "url",
            "system",
            "version",
            "display",
            "coding",
            "codeableConcept",
            "filter",
            "offset",
            "count",
            "includeDesignations",
            "displayLanguage",
            "property",
            "activeOnly",
            "codeA",
            "codeB",
            "target",
            "source",
            "sourceCode",
            "targetsystem",
            "concept",
            "valueSet",
            "codeSystem",
            "useSupplement",
            "system-version",
            "exclude-system",
            "inferSystem",
            "fliter",
            "",
            "%",
            "a[]",
            "$",
            "__proto__");

    private static final List<String> VALUES = List.of(
            "a",
            "b",
            "",
            "0",
            "1",
            "-1",
            "500",
            "99999999999",
            "2147483648",
            "1e999",
            "NaN",
            "true",
            "yes",
            "2026",
            "2026-13-45",
            "ge2020",
            "xx2020-01-01T25:61:61Z",
            "9999-12-31T23:59:59.999999999+99:99",
            "gt5.4|http://unitsofmeasure.org|mg",
            "5.4||",
            "|||",
            "|",
            "$",
            "\\,",
            "\\",
            "%00",
            "%",
            "%zz",
            "%C3%28",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "Medication/a",
            "Medication:subject",
            "MedicationKnowledge:*",
            "*",
            "*:*",
            "MedicationKnowledge:a:b:c",
            "-name,_id",
            "_score",
            ",,,",
            "count",
            "data",
            "application/fhir+xml",
            "xml",
            "json",
            "text/html",
            "ttl",
            "http://colours.example/CodeSystem/colours",
            "http://colours.example/ValueSet/warm",
            "http://colours.example/ConceptMap/signals|9",
            "http://snomed.info/sct?fhir_vs=ecl/<<%20(",
            "http://snomed.info/sct?fhir_vs",
            "urn:oid:1.2",
            "red",
            "(((((((((",
            ")",
            "a%20AND%20",
            "a OR",
            "\"",
            "'",
            "a*",
            "*a*",
            "?",
            "~",
            "/.*/",
            "[a TO b]",
            "Composition:title:x",
            "a".repeat(1500),
            "%2e%2e%2f",
            "en;q=2",
            "<script>");

    private static final List<String> HEADERS = List.of(
            "Accept: application/fhir+json",
            "Accept: application/fhir+xml",
            "Accept: application/fhir+json;fhirVersion=9.9",
            "Accept: text/html",
            "Accept: ;;;q=,",
            "Accept: */*;q=x",
            "Accept: text/turtle",
            "Accept: a/b/c",
            "Accept-Encoding: gzip",
            "Accept-Encoding: br;q=9,*;q=0",
            "Accept-Language: de",
            "Accept-Language: -,;q=;;",
            "Accept-Charset: utf-99",
            "Prefer: handling=strict",
            "Prefer: handling=lenient",
            "Prefer: respond-async",
            "Prefer: return=OperationOutcome",
            "Prefer: =;,",
            "If-None-Match: W/\"1\"",
            "If-None-Match: *",
            "If-None-Match: \"",
            "If-Match: W/\"x\"",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Mon, 31 Feb 2026 25:00:00 GMT",
            "If-None-Exist: a=b",
            "Range: bytes=0-",
            "Range: bytes=9-1,-,x",
            "X-Request-Id: \u00e9\u0001\u007f",
            "X-Request-Id: <b>\"'",
            "X-Request-Id: a b",
            "X-Cache-Id: \u00ff",
            "X-Forwarded-Host: a b",
            "X-Forwarded-Proto: gopher",
            "Forwarded: for=;host=\"",
            "X-HTTP-Method-Override: DELETE",
            "Origin: null",
            "Access-Control-Request-Method: BREW",
            "Cookie: a=\u00ff",
            "Authorization: Bearer \u00ff",
            "Content-Encoding: gzip",
            "Content-Encoding: deflate",
            "Content-Encoding: br, gzip",
            "Expect: 100-continue",
            "Expect: 200-fine",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "TE: trailers",
            "Date: now",
            "Last-Event-ID: x",
            "Content-Language: ??",
            "Content-MD5: 1",
            ": no name",
            "no colon",
            "Via: \u0000");

    private static final List<String> TYPES = List.of(
            "application/fhir+json",
            "application/fhir+json",
            "application/fhir+json;charset=utf-8",
            "application/fhir+xml",
            "application/fhir+xml",
            "application/x-www-form-urlencoded",
            "application/json",
            "text/xml",
            "application/fhir+json;charset=utf-99",
            "application/fhir+turtle",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
            ";",
            "a/b; charset=\"");

    private static final List<String> JSON = List.of(
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"url\",\"valueUri\":\"http://colours.example/ValueSet/warm\"},{\"name\":\"count\",\"valueInteger\":5}]}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"coding\",\"valueCoding\":{\"system\":\"http://colours.example/CodeSystem/colours\",\"code\":\"red\"}}]}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"concept\",\"part\":[{\"name\":\"system\",\"valueUri\":\"urn:x\"},{\"name\":\"code\",\"valueCode\":\"a\"}]}]}",
            "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"http://colours.example/CodeSystem/colours\",\"filter\":[{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"red\"}]}]}}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\",\"contained\":[{\"resourceType\":\"CodeSystem\",\"id\":\"c\",\"content\":\"complete\",\"concept\":[{\"code\":\"x\"}]}],\"compose\":{\"include\":[{\"valueSet\":[\"#v\"]}]}}}]}",
            "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"MedicationKnowledge?_count=2\"}},{\"request\":{\"method\":\"GET\",\"url\":\"ValueSet/$expand?url=http://colours.example/ValueSet/warm\"}}]}",
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"urn:uuid:x\",\"resource\":{\"resourceType\":\"Parameters\"},\"request\":{\"method\":\"POST\",\"url\":\"CodeSystem/$lookup\",\"ifNoneMatch\":\"x\"}}]}");

    private static final List<String> XML = List.of(
            "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"url\"/><valueUri"
                    + " value=\"http://colours.example/ValueSet/warm\"/></parameter></Parameters>",
            "<ValueSet xmlns=\"http://hl7.org/fhir\"><status value=\"active\"/><compose><include><system"
                    + " value=\"http://colours.example/CodeSystem/colours\"/></include></compose></ValueSet>",
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/><entry><request><method value=\"GET\"/><url"
                    + " value=\"metadata\"/></request></entry></Bundle>",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><Parameters"
                    + " xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"&a;\"/></parameter></Parameters>");

    /** What is put in place of a piece of a body. */
    private static final List<String> PIECES = List.of(
            "[[]]",
            "[]",
            "{}",
            "null",
            "1e999",
            "-0",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "true",
            "[null]",
            "[1]",
            "{\"a\":[]}",
            "\"\\ud800\"",
            "\u0000",
            "\u00ff",
            ",",
            ":",
            "}",
            "]",
            "<",
            ">",
            "</x>",
            "<x>",
            "<code value=\"\"/>",
            "&#0;",
            "&bad;",
            "<![CDATA[",
            "<!--",
            "xmlns=\"urn:x\"",
            "2026-99-99",
            "valueInteger",
            "valueDecimal",
            "valueBase64Binary",
            "valueDateTime",
            "resource",
            "extension",
            "resourceType",
            "\"id\":5",
            "\"valueX\":1",
            "\"parameter\":[[]]",
            "\"entry\":[[]]",
            "[".repeat(600));

    private final Random random;

    RandomRequests(long seed) {
        random = new Random(seed);
    }

    /** The bytes of the next request, which asks for the connection to be closed. */
    byte[] next() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String method = one(METHODS);
        StringBuilder target = new StringBuilder(one(PATHS));
        if (random.nextInt(20) == 0) {
            target.insert(random.nextInt(target.length() + 1), one(VALUES));
        }
        String query = query();
        boolean form = method.equals("POST") && random.nextInt(5) == 0;
        if (!form && !query.isEmpty()) {
            target.append('?').append(query);
        }
        StringBuilder head = new StringBuilder(method + " " + target.toString().replace(" ", "+") + " HTTP/1.1\r\n");
        head.append("Host: ")
                .append(random.nextInt(30) == 0 ? one(VALUES) : "localhost")
                .append("\r\nConnection: close\r\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        byte[] body = new byte[0];
        if (form) {
            body = query.getBytes(UTF_8);
            head.append("Content-Type: application/x-www-form-urlencoded\r\n");
        } else if (method.startsWith("P") && random.nextInt(10) > 0) {
            boolean xml = random.nextInt(3) == 0;
            body = damaged(one(xml ? XML : JSON)).getBytes(UTF_8);
            String fitting = xml ? "application/fhir+xml" : "application/fhir+json";
            head.append("Content-Type: ")
                    .append(random.nextInt(5) == 0 ? one(TYPES) : fitting)
                    .append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(one(NAMES))
                    .append(random.nextInt(20) == 0 ? "" : "=")
                    .append(one(VALUES))
                    .append(random.nextInt(20) == 0 ? ";" : "&");
        }
        return query.toString();
    }

    /** A body with pieces of it cut out, put in twice or replaced, at the places where its values begin and end or anywhere. */
    private String damaged(String body) {
        StringBuilder text = new StringBuilder(body);
        for (int i = random.nextInt(4); i > 0 && text.length() > 2; i--) {
            int from = place(text);
            int to = Math.min(
                    text.length(), Math.max(from, random.nextBoolean() ? place(text) : from + random.nextInt(12)));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, one(PIECES));
                case 2 -> text.insert(from, text.substring(from, to));
                case 3 -> text.setLength(from);
                default -> text.replace(from, to, one(PIECES));
            }
        }
        return text.toString();
    }

    private int place(StringBuilder text) {
        int at = random.nextInt(text.length());
        int edge = at;
        while (random.nextInt(4) > 0 && edge < text.length() && "[]{}:,\"<>".indexOf(text.charAt(edge)) < 0) {
            edge++;
        }
        return Math.min(edge, text.length() - 1);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
