package org.w3id.materia.fhir.json;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;

/** One child that elements of a class have, by HAPI's definition of it. */
final class ElementChild {
    private final BaseRuntimeChildDefinition definition;
    private final BaseRuntimeChildDefinition.IAccessor accessor;

    /** Null where it depends on the value. */
    private final String onlyName;

    /** By the class of the value: an element of a choice of types has a name for each (FHIR R4, 2.6.2.4). */
    private final Map<Class<?>, String> names = new ConcurrentHashMap<>();

    ElementChild(BaseRuntimeChildDefinition definition) {
        this.definition = definition;
        this.accessor = definition.getAccessor();
        this.onlyName = definition.getValidChildNames().size() == 1
                ? definition.getValidChildNames().iterator().next()
                : null;
    }

    boolean isList() {
        return definition.isMultipleCardinality();
    }

    String name(Object value) {
        if (onlyName != null) {
            return onlyName;
        }
        String known = names.get(value.getClass());
        return known != null
                ? known
                : names.computeIfAbsent(
                        value.getClass(), type -> definition.getChildNameByDatatype(type.asSubclass(IBase.class)));
    }

    List<?> values(Base element) {
        return accessor.getValues(element);
    }
}
