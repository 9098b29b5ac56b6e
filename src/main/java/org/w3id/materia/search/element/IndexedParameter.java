package org.w3id.materia.search.element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.search.definition.ParameterReader;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.store.IndexValue;

/** One parameter of one type, compiled. */
public final class IndexedParameter {
    private record Component(SearchParamType type, ElementPath path) {}

    private final String code;
    private final SearchParamType type;
    private final ElementPath own;
    private final List<Component> components;
    private final Map<String, ElementPath> bySibling = new HashMap<>();

    private IndexedParameter(String resourceType, SearchDefinition definition) {
        this.code = definition.code();
        this.type = definition.type();
        this.own = compile(resourceType, definition.expression().orElse(""));
        this.components = definition.components().stream()
                .map(c -> new Component(c.type(), compile(resourceType, c.expression())))
                .toList();
    }

    /** @param siblingTypes types that resources of the same monograph may have */
    public static IndexedParameter of(String resourceType, SearchDefinition definition, Set<String> siblingTypes) {
        IndexedParameter parameter = new IndexedParameter(resourceType, definition);
        definition.siblings().ifPresent(expression -> {
            if (!ParameterReader.WITH_SIBLINGS.contains(resourceType)) {
                return;
            }
            for (String sibling : siblingTypes) {
                ElementPath path = ElementPath.compile(sibling, expression);
                if (!path.isEmpty()) {
                    parameter.bySibling.put(sibling, path);
                }
            }
        });
        return parameter;
    }

    private static ElementPath compile(String type, String expression) {
        return expression.isEmpty() ? new ElementPath(List.of()) : ElementPath.compile(type, expression);
    }

    /**
     * Adds the values by which the resource is found.
     *
     * @param siblings the other resources of the same monograph, of which some parameters take their values
     */
    public void addTo(List<IndexValue> values, Resource resource, List<Resource> siblings) {
        addAll(own.evaluate(resource), values);
        if (!bySibling.isEmpty()) {
            for (Resource sibling : siblings) {
                ElementPath path = bySibling.get(sibling.fhirType());
                if (path != null) {
                    addAll(path.evaluate(sibling), values);
                }
            }
        }
    }

    private void addAll(List<Base> elements, List<IndexValue> values) {
        ElementValues to = new ElementValues(code, values);
        for (Base element : elements) {
            if (components.isEmpty()) {
                to.add(type, element);
            } else {
                addComposite(element, values);
            }
        }
    }

    /** An element without a value for each component is none that the composite could find. */
    private void addComposite(Base element, List<IndexValue> values) {
        List<List<IndexValue>> parts = new ArrayList<>();
        for (Component component : components) {
            List<IndexValue> part = new ArrayList<>();
            ElementValues to = new ElementValues(code, part);
            component.path().evaluate(element).forEach(e -> to.add(component.type(), e));
            if (part.isEmpty()) {
                return;
            }
            parts.add(part);
        }
        values.add(new IndexValue.Composite(code, parts));
    }
}
