package org.w3id.materia.terminology.codesystem;

import java.net.URI;
import java.net.URISyntaxException;
import org.hl7.fhir.r4.model.MetadataResource;

/** Canonical URLs with a version (FHIR R4, 2.1.0.2 canonical). */
public final class Canonicals {
    private static final String EXPRESSION = "?fhir_vs=ecl/";

    private Canonicals() {}

    /** URL and version of a resource; null where it has no URL. */
    public static String of(MetadataResource resource) {
        return resource.hasUrl() ? join(resource.getUrl(), resource.getVersion()) : null;
    }

    /** {@code url|version}; the URL alone where the version is null or empty. */
    public static String join(String url, String version) {
        return version == null || version.isEmpty() ? url : url + "|" + version;
    }

    /** Whether a URL names the same wherever it stands (RFC 3986, 4.3). */
    public static boolean isAbsolute(String url) {
        try {
            return new URI(url).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Without its version. */
    public static String url(String canonical) {
        int bar = bar(canonical);
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }

    /** Null where there is none. */
    public static String version(String canonical) {
        int bar = bar(canonical);
        return bar < 0 ? null : canonical.substring(bar + 1);
    }

    /**
     * Where the version begins; below 0 for none. Behind {@code fhir_vs=ecl/} all is the expression, whose terms stand between bars (FHIR R4,
     * 4.3.0.3.2); a version of its value set can be said by a parameter alone.
     */
    private static int bar(String canonical) {
        return canonical.contains(EXPRESSION) ? -1 : canonical.lastIndexOf('|');
    }
}
