package org.w3id.materia.server.form;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.server.form.MediaType.Wire;

/**
 * JSON of a resource in another form: XML and Turtle as HAPI writes them, and JSON with line breaks. As a model takes many times the memory of
 * its JSON, a Bundle becomes XML entry by entry, and a large one no Turtle, which has no such parts.
 */
public final class OtherForm {
    private static final int LARGEST_TURTLE = 2 * 1024 * 1024;
    private static final byte[] BUNDLE = "{\"resourceType\":\"Bundle\",".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "</Bundle>";
    private static final JsonFactory JSON = new JsonFactory();

    /** As HAPI indents. */
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    private final FhirContext context;
    private final Wire wire;
    private final boolean pretty;
    private final String serverBase;

    /**
     * @param pretty with line breaks and indentation
     * @param serverBase FHIR base of the request
     */
    public OtherForm(FhirContext context, Wire wire, boolean pretty, String serverBase) {
        this.context = context;
        this.wire = wire;
        this.pretty = pretty;
        this.serverBase = serverBase;
    }

    /** A resource that exists as a model only. */
    public byte[] of(IBaseResource resource) {
        return encoded(resource).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What is JSON already.
     *
     * @throws Failure too costly where the form would take more memory or time than one request may have
     */
    public byte[] of(byte[] json) {
        try {
            return switch (wire) {
                case JSON, RAW -> pretty ? indented(json) : json;
                case XML -> isBundle(json) ? xml(json) : of(parsed(json));
                case TURTLE -> turtle(json);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory does not fail.
        }
    }

    private byte[] turtle(byte[] json) {
        if (json.length > LARGEST_TURTLE) {
            throw Failure.tooCostly(
                    "This is too large to be written as Turtle. Ask for smaller pages ('_count'), or for"
                            + " JSON or XML.");
        }
        return of(parsed(json));
    }

    /** The Bundle without its entries, and each entry in a Bundle of its own, put together. */
    private byte[] xml(byte[] bundle) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        ByteArrayOutputStream entries = new ByteArrayOutputStream(bundle.length * 2);
        try (JsonParser in = JSON.createParser(bundle);
                JsonGenerator out = JSON.createGenerator(frame)) {
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                if (in.currentName().equals("entry")) {
                    writeEntries(bundle, in, entries);
                } else {
                    out.copyCurrentStructure(in);
                }
            }
            out.writeEndObject();
        }
        String xml = encoded(parsed(frame.toByteArray()));
        int end = xml.lastIndexOf(END);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(xml.length() + entries.size());
        whole.writeBytes(xml.substring(0, end).stripTrailing().getBytes(StandardCharsets.UTF_8));
        entries.writeTo(whole);
        whole.writeBytes(((pretty ? "\n" : "") + xml.substring(end)).getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void writeEntries(byte[] bundle, JsonParser in, ByteArrayOutputStream out) throws IOException {
        in.nextToken();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            TimeBudget.check();
            int from = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            int to = (int) in.currentLocation().getByteOffset();
            ByteArrayOutputStream alone = new ByteArrayOutputStream(to - from + 64);
            alone.writeBytes(BUNDLE);
            alone.writeBytes("\"entry\":[".getBytes(StandardCharsets.US_ASCII));
            alone.write(bundle, from, to - from);
            alone.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
            String xml = encoded(parsed(alone.toByteArray()));
            String entry =
                    xml.substring(xml.indexOf('>') + 1, xml.lastIndexOf(END)).stripTrailing();
            out.writeBytes(entry.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Each number as it is written: its digits tell how exact it is (FHIR R4, 2.24.0.1, decimal). */
    private static byte[] indented(byte[] json) throws IOException {
        ByteArrayOutputStream indented = new ByteArrayOutputStream(json.length * 3 / 2);
        try (JsonParser in = JSON.createParser(json);
                JsonGenerator out = JSON.createGenerator(indented)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS));
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                    out.writeNumber(in.getText());
                } else {
                    out.copyCurrentEvent(in);
                }
            }
        }
        return indented.toByteArray();
    }

    private static boolean isBundle(byte[] json) {
        return json.length > BUNDLE.length && Arrays.equals(json, 0, BUNDLE.length, BUNDLE, 0, BUNDLE.length);
    }

    private IBaseResource parsed(byte[] json) {
        return context.newJsonParser().parseResource(new ByteArrayInputStream(json));
    }

    private String encoded(IBaseResource resource) {
        IParser parser = wire.parser(context);
        parser.setPrettyPrint(pretty);
        parser.setServerBaseUrl(serverBase);
        parser.setStripVersionsFromReferences(false); // A reference to a version is to that version, in every form.
        return parser.encodeResourceToString(resource);
    }
}
