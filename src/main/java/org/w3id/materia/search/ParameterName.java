package org.w3id.materia.search;

import java.util.Optional;

/**
 * The name of a search parameter in a request, taken apart (FHIR R4, 3.1.1.4.4 and 3.1.1.5.1): {@code code:text}, {@code subject.name},
 * {@code subject:Medication.code:text}.
 *
 * @param code the parameter's own
 * @param modifier what follows its colon, a type or a modifier; empty where there is none
 * @param chain what follows the full stop: a name again, of a parameter of the target
 */
record ParameterName(String code, String modifier, Optional<String> chain) {
    static final String REVERSE_CHAIN = "_has";

    static ParameterName parse(String name) {
        int dot = name.indexOf('.');
        String head = dot < 0 ? name : name.substring(0, dot);
        int colon = head.indexOf(':');
        return new ParameterName(
                colon < 0 ? head : head.substring(0, colon),
                colon < 0 ? "" : head.substring(colon + 1),
                dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1)));
    }

    /** Whether it is {@code _has:Type:reference:name}, which is read differently. */
    static boolean isReverseChain(String name) {
        return name.equals(REVERSE_CHAIN) || name.startsWith(REVERSE_CHAIN + ":");
    }
}
