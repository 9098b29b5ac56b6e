package org.w3id.materia.terminology.codesystem;

import org.hl7.fhir.r4.model.MetadataResource;

/** Canonical URLs with a version (FHIR R4, 2.1.0.2 canonical). */
public final class Canonicals {
    private Canonicals() {}

    /** URL and version of a resource; null where it has no URL. */
    public static String of(MetadataResource resource) {
        return resource.hasUrl() ? join(resource.getUrl(), resource.getVersion()) : null;
    }

    public static String join(String url, String version) {
        return version == null || version.isEmpty() ? url : url + "|" + version;
    }

    public static String url(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }

    /** Null where there is none. */
    public static String version(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? null : canonical.substring(bar + 1);
    }
}
