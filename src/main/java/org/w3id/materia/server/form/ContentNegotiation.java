package org.w3id.materia.server.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.server.form.MediaType.Wire;

/**
 * Which form the client wants: {@code _format}, else {@code Accept} (FHIR R4, 3.1.0.1.9; RFC 9110, 12.5.1). A client that
 * asks for generic JSON or XML gets it under that name.
 */
public final class ContentNegotiation {
    private static final List<MediaType> FHIR = List.of(
            MediaType.FHIR_JSON,
            MediaType.FHIR_XML,
            new MediaType("application/json", Wire.JSON),
            new MediaType("text/json", Wire.JSON),
            new MediaType("application/xml", Wire.XML),
            new MediaType("text/xml", Wire.XML),
            MediaType.TURTLE,
            new MediaType("application/fhir+turtle", Wire.TURTLE));
    private static final Map<String, MediaType> SHORT = Map.of(
            "json", MediaType.FHIR_JSON,
            "xml", MediaType.FHIR_XML,
            "ttl", MediaType.TURTLE);

    private ContentNegotiation() {}

    /** @throws HttpRefusal 406 where nothing that is offered is wanted */
    public static MediaType choose(HttpServletRequest request) {
        return choose(request, FHIR);
    }

    /**
     * For a request without {@code _format}.
     *
     * @param accept values of its {@code Accept} headers
     * @return empty where nothing that is offered is wanted
     */
    public static Optional<MediaType> choose(List<String> accept) {
        return byAccept(accept, FHIR);
    }

    /**
     * For the read of a Binary: its own content where nothing else is asked for (FHIR R4, Binary, 2.47.4).
     *
     * @param contentType MIME type of the content
     * @throws HttpRefusal 406 where nothing that is offered is wanted
     */
    public static MediaType chooseForBinary(HttpServletRequest request, String contentType) {
        List<MediaType> offers = new ArrayList<>();
        offers.add(new MediaType(contentType, Wire.RAW));
        offers.addAll(FHIR);
        return choose(request, offers);
    }

    /**
     * For any request.
     *
     * @param format its {@code _format}; null where it has none
     * @param accept values of its {@code Accept} headers
     * @return empty where nothing that is offered is wanted
     */
    public static Optional<MediaType> choose(String format, List<String> accept) {
        return choose(format, accept, FHIR);
    }

    private static Optional<MediaType> choose(String format, List<String> accept, List<MediaType> offers) {
        return format == null ? byAccept(accept, offers) : byFormat(format, offers);
    }

    private static MediaType choose(HttpServletRequest request, List<MediaType> offers) {
        String format = request.getParameter("_format");
        List<String> accept = Collections.list(request.getHeaders("Accept"));
        return choose(format, accept, offers)
                .orElseThrow(() -> new HttpRefusal(
                        406,
                        "This server answers with application/fhir+json, application/fhir+xml or text/turtle, FHIR version"
                                + " 4.0, and not with '"
                                + (format != null ? format : String.join(", ", accept))
                                + "'."));
    }

    private static Optional<MediaType> byFormat(String format, List<MediaType> offers) {
        // An unescaped '+' in a URL arrives as a blank.
        String asked = format.strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return Optional.ofNullable(SHORT.get(asked)).or(() -> best(List.of(AcceptedRange.parse(asked)), offers));
    }

    private static Optional<MediaType> byAccept(List<String> accept, List<MediaType> offers) {
        List<AcceptedRange> ranges = new ArrayList<>();
        for (String header : accept) {
            for (String range : header.split(",", -1)) {
                if (!range.isBlank()) {
                    ranges.add(AcceptedRange.parse(range));
                }
            }
        }
        return ranges.isEmpty() ? Optional.of(offers.get(0)) : best(ranges, offers);
    }

    /** The offer of the highest quality; among equals the one that is named most exactly, then the first. */
    private static Optional<MediaType> best(List<AcceptedRange> ranges, List<MediaType> offers) {
        MediaType best = null;
        AcceptedRange by = null;
        for (MediaType offer : offers) {
            AcceptedRange range = null;
            for (AcceptedRange r : ranges) {
                if (r.covers(offer.name()) && (range == null || r.exactness() > range.exactness())) {
                    range = r;
                }
            }
            if (range != null && range.quality() > 0 && (by == null || range.isBetterThan(by))) {
                best = offer;
                by = range;
            }
        }
        return Optional.ofNullable(best);
    }
}
