package org.w3id.materia.terminology.specification;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.terminology.codesystem.ResourceIdentity;

/**
 * Resources in an XML Bundle on the class path, found by their place in the text: reading one of a thousand need not read the
 * others.
 */
final class BundledResources {
    private static final String BEGIN = "<resource>";
    private static final String END = "</resource>";
    private static final String URL = "<url value=\"";
    private static final String VERSION = "<version value=\"";
    private static final String CONTENT = "<content value=\"";

    /**
     * A resource of a Bundle.
     *
     * @param content of a code system; null for others
     */
    record Bundled(ResourceIdentity identity, String content, Place place) {}

    /**
     * Where a resource stands.
     *
     * @param bundle class-path name of the Bundle
     * @param begin offset of the resource in bytes
     * @param end offset behind it
     */
    record Place(String bundle, int begin, int end) {}

    private BundledResources() {}

    /** All resources that have a canonical URL. */
    static List<Bundled> in(String bundle) {
        // As Latin 1, a character is a byte; what is looked for is ASCII.
        String text = new String(bytes(bundle), StandardCharsets.ISO_8859_1);
        List<Bundled> found = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int first = text.indexOf('<', begin + BEGIN.length());
            int end = text.indexOf(END, first);
            int url = text.indexOf(URL, first);
            if (url >= 0 && url < end) {
                String type = text.substring(first + 1, endOfName(text, first + 1));
                String resource = text.substring(url, end);
                found.add(new Bundled(
                        new ResourceIdentity(type, value(URL, resource), value(VERSION, resource)),
                        type.equals("CodeSystem") ? value(CONTENT, resource) : null,
                        new Place(bundle, first, end)));
            }
            begin = text.indexOf(BEGIN, end);
        }
        return found;
    }

    /** Of the first such element, which is the resource's own, as these come before all that has parts; null where there is none. */
    private static String value(String element, String resource) {
        int start = resource.indexOf(element) + element.length();
        return start < element.length() ? null : resource.substring(start, resource.indexOf('"', start));
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static MetadataResource read(Bundled resource, FhirContext context) {
        Place place = resource.place();
        String type = resource.identity().type();
        String xml =
                new String(bytes(place.bundle()), place.begin(), place.end() - place.begin(), StandardCharsets.UTF_8);
        String whole = xml.startsWith("<" + type + " xmlns")
                ? xml
                : xml.replaceFirst("<" + type, "<" + type + " xmlns=\"http://hl7.org/fhir\"");
        return (MetadataResource) context.newXmlParser().parseResource(whole);
    }

    private static byte[] bytes(String bundle) {
        try (InputStream in = BundledResources.class.getResourceAsStream(bundle)) {
            if (in == null) {
                throw new IllegalStateException("the program has no resource " + bundle);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
