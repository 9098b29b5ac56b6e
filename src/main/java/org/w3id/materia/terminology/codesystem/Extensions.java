package org.w3id.materia.terminology.codesystem;

import org.hl7.fhir.instance.model.api.IBaseExtension;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.Extension;

/** Extensions that an element has once; where a client sends one twice, the first counts. */
public final class Extensions {
    private Extensions() {}

    /** Null where there is none. */
    public static Extension first(IBaseHasExtensions element, String url) {
        for (IBaseExtension<?, ?> extension : element.getExtension()) {
            if (url.equals(extension.getUrl())) {
                return (Extension) extension;
            }
        }
        return null;
    }
}
