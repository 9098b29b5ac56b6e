package org.w3id.materia.server.form;

import java.util.Locale;

/**
 * One media range of an {@code Accept} header (RFC 9110, 12.5.1).
 *
 * @param type {@code *} for any
 * @param subtype {@code *} for any
 * @param quality 0 to 1; 0 where the client does not want it, or wants it in a version of FHIR that is not served
 */
record AcceptedRange(String type, String subtype, double quality) {

    /** What cannot be read as a media range covers nothing. */
    static AcceptedRange parse(String range) {
        String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";", -1);
        int slash = parts[0].indexOf('/');
        double quality = slash < 0 ? 0 : 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                quality = Math.min(quality, number(parameter.substring(2)));
            } else if (parameter.startsWith("fhirversion=")
                    && !parameter.substring(12).replace("\"", "").equals("4.0")) {
                quality = 0;
            }
        }
        String name = parts[0].strip();
        return slash < 0
                ? new AcceptedRange(name, "", 0)
                : new AcceptedRange(name.substring(0, slash), name.substring(slash + 1), quality);
    }

    boolean covers(String mediaType) {
        int slash = mediaType.indexOf('/');
        return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    int exactness() {
        return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
    }

    boolean isBetterThan(AcceptedRange other) {
        int byQuality = Double.compare(quality, other.quality);
        return byQuality != 0 ? byQuality > 0 : exactness() > other.exactness();
    }

    private static double number(String quality) {
        try {
            return Double.parseDouble(quality);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
