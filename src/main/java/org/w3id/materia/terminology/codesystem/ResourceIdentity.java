package org.w3id.materia.terminology.codesystem;

import org.hl7.fhir.r4.model.MetadataResource;

/**
 * Which resource is meant, of those that a canonical URL names.
 *
 * @param type FHIR type
 * @param url canonical, without a version; null where it has none
 * @param version null where it has none
 */
public record ResourceIdentity(String type, String url, String version) {
    /** The identity that the resource states; it need not be one that anybody can find it by. */
    public static ResourceIdentity of(MetadataResource resource) {
        return new ResourceIdentity(resource.fhirType(), resource.getUrl(), resource.getVersion());
    }

    /** URL and version; null where it has no URL. */
    public String canonical() {
        return url == null ? null : Canonicals.join(url, version);
    }
}
