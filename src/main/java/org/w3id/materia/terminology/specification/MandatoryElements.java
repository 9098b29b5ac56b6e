package org.w3id.materia.terminology.specification;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;

/**
 * Finds what an element must have and has not, without which nothing can be made of it: a concept without a code, a property or an
 * extension without a value. What else is mandatory in FHIR may be absent, such as the status of a resource that is sent along.
 */
public final class MandatoryElements {
    private static final Map<Class<?>, Set<String>> MANDATORY = Map.of(
            ParametersParameterComponent.class, Set.of("name"),
            Extension.class, Set.of("url"),
            CodeSystem.PropertyComponent.class, Set.of("code"),
            ConceptDefinitionComponent.class, Set.of("code"),
            ConceptPropertyComponent.class, Set.of("code", "value"),
            ConceptDefinitionDesignationComponent.class, Set.of("value"),
            ConceptReferenceComponent.class, Set.of("code"),
            ConceptReferenceDesignationComponent.class, Set.of("value"),
            ConceptSetFilterComponent.class, Set.of("property"));

    private static final Map<Class<?>, List<BaseRuntimeChildDefinition>> CHILDREN = new ConcurrentHashMap<>();

    private MandatoryElements() {}

    /** The path of the first that is missing, such as {@code CodeSystem.concept[2].code}; empty where all are there. */
    public static Optional<String> firstMissing(Resource resource) {
        return Optional.ofNullable(missing(resource)).map(path -> resource.fhirType() + path);
    }

    /** The rest of the path; null where nothing is missing. */
    private static String missing(IBase element) {
        Set<String> mandatory = MANDATORY.getOrDefault(element.getClass(), Set.of());
        for (BaseRuntimeChildDefinition child : children(element)) {
            List<IBase> values = child.getAccessor().getValues(element);
            boolean isList = child.isMultipleCardinality();
            boolean found = false;
            for (int i = 0; i < values.size(); i++) {
                IBase value = values.get(i);
                boolean isThere = value != null && !(value instanceof PrimitiveType<?> p && !p.hasValue());
                // HAPI's model fails where a list has an item without a value, or where it is asked for such a boolean.
                boolean isNeeded = isList || value instanceof BooleanType;
                String missing = isThere ? missingIn(value) : isNeeded ? "" : null;
                if (missing != null) {
                    return '.' + name(child, value) + (isList ? "[" + i + ']' : "") + missing;
                }
                found |= isThere;
            }
            if (!found && mandatory.contains(child.getElementName())) {
                return '.' + child.getElementName();
            }
        }
        return null;
    }

    private static String missingIn(IBase value) {
        if (value instanceof Extension extension && !extension.hasValue() && !extension.hasExtension()) {
            return ".value[x]";
        }
        if (value instanceof PrimitiveType<?> primitive) {
            return missingInExtensions(primitive);
        }
        return missing(value);
    }

    private static String missingInExtensions(Element primitive) {
        if (primitive.hasExtension()) {
            for (Extension extension : primitive.getExtension()) {
                String missing = missingIn(extension);
                if (missing != null) {
                    return ".extension" + missing;
                }
            }
        }
        return null;
    }

    private static String name(BaseRuntimeChildDefinition child, IBase value) {
        String name = value == null ? null : child.getChildNameByDatatype(value.getClass());
        return name == null ? child.getElementName() : name;
    }

    private static List<BaseRuntimeChildDefinition> children(IBase element) {
        return CHILDREN.computeIfAbsent(element.getClass(), type -> read(element));
    }

    private static List<BaseRuntimeChildDefinition> read(IBase element) {
        FhirContext context = FhirContext.forR4Cached();
        return (element instanceof IBaseResource resource
                                ? context.getResourceDefinition(resource)
                                : context.getElementDefinition(element.getClass()))
                        instanceof BaseRuntimeElementCompositeDefinition<?> composite
                ? composite.getChildrenAndExtension()
                : List.of();
    }
}
