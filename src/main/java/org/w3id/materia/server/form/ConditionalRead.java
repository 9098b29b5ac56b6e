package org.w3id.materia.server.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.eclipse.jetty.http.DateGenerator;
import org.w3id.materia.store.StoredResource;

/** Conditional read (FHIR R4, 3.1.0.2.1; RFC 9110, 13). */
public final class ConditionalRead {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ConditionalRead() {}

    /** Sets what a client can ask by next time. */
    public static void describe(StoredResource stored, HttpServletResponse response) {
        response.setHeader("ETag", EntityTag.of(stored).header());
        response.setHeader("Last-Modified", lastModified(stored));
    }

    /** The header of that name. */
    public static String lastModified(StoredResource stored) {
        return httpDate(stored.lastUpdated());
    }

    /** As HTTP writes it (RFC 9110, 5.6.7), in GMT; less than a second is left out. */
    public static String httpDate(Instant moment) {
        return DateGenerator.formatDate(moment.toEpochMilli());
    }

    /** The moment that a {@code Last-Modified} header names. */
    public static Instant moment(String lastModified) {
        return Instant.from(HTTP_DATE.parse(lastModified));
    }

    /** Whether the client has this version already. {@code If-None-Match} decides where both headers are there. */
    public static boolean isUnchanged(StoredResource stored, HttpServletRequest request) {
        String since = request.getHeader("If-Modified-Since");
        if (request.getHeader("If-None-Match") != null) {
            return EntityTag.of(stored).isNamedIn(request.getHeaders("If-None-Match"));
        }
        if (since == null) {
            return false;
        }
        try {
            // HTTP's dates have no fractions of a second.
            Instant seconds = stored.lastUpdated().truncatedTo(ChronoUnit.SECONDS);
            return !seconds.isAfter(Instant.from(HTTP_DATE.parse(since)));
        } catch (DateTimeParseException e) {
            return false; // RFC 9110, 13.1.3: a date that cannot be read is passed over.
        }
    }
}
