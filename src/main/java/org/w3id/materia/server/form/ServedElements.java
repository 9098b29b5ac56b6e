package org.w3id.materia.server.form;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceBlockDefinition;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.materia.model.Failure;

/** What R4 says of the elements at the root of resources and of their parts: which there are, and which are never left out. */
public final class ServedElements {
    /** On every resource, and of no type. */
    private static final Set<String> FRAME = Set.of("resourceType", "id", "meta", "contained", "modifierExtension");

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private ServedElements() {}

    /** A resource type, or a part that is defined inside of one; empty where there is no such type. */
    static Optional<BaseRuntimeElementCompositeDefinition<?>> definition(String type) {
        try {
            return Optional.of(CONTEXT.getResourceDefinition(type));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** The definition of a property as it stands in JSON; empty where it is no element of {@code parent}. */
    static Optional<BaseRuntimeChildDefinition> child(
            BaseRuntimeElementCompositeDefinition<?> parent, String property) {
        String element = property.startsWith("_") ? property.substring(1) : property;
        return Optional.ofNullable(parent.getChildByName(element))
                .or(() -> Optional.ofNullable(parent.getChildByName(element + "[x]")));
    }

    /** What is inside of an element, where that is a part of its resource and no data type. */
    static Optional<BaseRuntimeElementCompositeDefinition<?>> part(BaseRuntimeChildDefinition child, String property) {
        return child.getChildByName(property) instanceof RuntimeResourceBlockDefinition block
                ? Optional.of(block)
                : Optional.empty();
    }

    /**
     * Whether a property stays in every form of an answer (FHIR R4, 3.1.1.5.9: servers should always return what is mandatory; a
     * modifier, such as a status, may turn the meaning of the rest into its opposite).
     */
    static boolean isNeverLeftOut(BaseRuntimeElementCompositeDefinition<?> parent, String property) {
        return FRAME.contains(property)
                || child(parent, property)
                        .filter(c -> c.getMin() > 0 || isModifier(c))
                        .isPresent();
    }

    private static boolean isModifier(BaseRuntimeChildDefinition child) {
        return child instanceof BaseRuntimeDeclaredChildDefinition declared && declared.isModifier();
    }

    /** The name of an element without what marks a choice of types. */
    static String plainName(BaseRuntimeChildDefinition child) {
        return child.getElementName().replace("[x]", "");
    }

    /**
     * Those of the names that are no element at the root of any of the types, in their order. A name may have its type in front.
     *
     * @param types empty for all that there are
     */
    public static Set<String> unknown(Collection<String> names, Collection<String> types) {
        Set<String> unknown = new LinkedHashSet<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            List<String> own = dot < 0 ? List.copyOf(types) : List.of(name.substring(0, dot));
            boolean known = (dot < 0 || types.isEmpty() || types.contains(own.get(0)))
                    && own.stream().anyMatch(type -> has(type, name.substring(dot + 1)));
            if (!known) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static boolean has(String type, String name) {
        return FRAME.contains(name)
                || definition(type).flatMap(d -> child(d, name)).isPresent();
    }

    /** Refuses the names, saying which there would be. */
    public static Failure refusal(Set<String> unknown, Collection<String> types) {
        Set<String> known = new TreeSet<>();
        types.forEach(
                type -> definition(type).ifPresent(d -> d.getChildren().forEach(child -> known.add(plainName(child)))));
        known.removeAll(Set.of("extension", "modifierExtension"));
        return Failure.invalid("'_elements' names '" + String.join("', '", unknown)
                + "', which is no element at the root of "
                + (types.size() == 1
                        ? "a " + types.iterator().next() + ". It has: " + String.join(", ", known) + "."
                        : "what is asked for."));
    }
}
