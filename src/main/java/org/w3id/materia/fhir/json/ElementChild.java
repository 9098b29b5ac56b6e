package org.w3id.materia.fhir.json;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;

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

    String name(IBase value) {
        return onlyName != null
                ? onlyName
                : names.computeIfAbsent(value.getClass(), type -> definition.getChildNameByDatatype(value.getClass()));
    }

    List<? extends IBase> values(IBase element) {
        return accessor.getValues(element);
    }
}
