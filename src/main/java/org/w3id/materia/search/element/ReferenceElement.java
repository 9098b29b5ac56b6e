package org.w3id.materia.search.element;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.ResourceKey;

/**
 * What a reference parameter takes from an element: a resource of this server, or the URL of another; what the reference gives as
 * identifier is a token of its own, for {@code :identifier} (FHIR R4, 3.1.1.4.12).
 */
record ReferenceElement(String parameter, List<IndexValue> into) {
    private static final Pattern RELATIVE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}(/_history/.*)?");

    void add(Base element) {
        if (element instanceof Reference reference) {
            if (reference.hasIdentifier()) {
                new TokenElement(Modifiers.asParameter(parameter, Modifiers.IDENTIFIER), into)
                        .add(reference.getIdentifier());
                into.add(new IndexValue.Present(parameter));
            }
            // One to a contained resource names nothing that could be asked for.
            if (reference.hasReference() && !reference.getReference().startsWith("#")) {
                addUrl(reference.getReference());
            }
        } else if (element instanceof PrimitiveType<?> primitive) { // uri and canonical
            if (primitive.hasValue()) {
                CanonicalForms.forms(primitive.getValueAsString()).forEach(this::addUrl);
            }
        } else {
            throw ElementValues.unexpected(parameter, element);
        }
    }

    private void addUrl(String url) {
        if (RELATIVE.matcher(url).matches()) {
            IdType target = new IdType(url);
            into.add(
                    new IndexValue.Reference(parameter, new ResourceKey(target.getResourceType(), target.getIdPart())));
        } else {
            into.add(new IndexValue.Uri(parameter, url));
        }
    }
}
