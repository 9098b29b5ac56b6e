package org.w3id.materia.server.access;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a request needs to be allowed.
 *
 * @param level whether a token is needed, and what for
 * @param types of the resources that it gives, or {@link #ALL}
 * @param permissions for each of these
 */
record Need(Level level, Set<String> types, Set<Permission> permissions) {
    /** Stands for every type. */
    static final String ALL = "*";

    /** A scope of this server, as FHIR's are about resources. */
    static final String METRICS_SCOPE = "materia:metrics";

    /** Kinds of needs. */
    enum Level {
        /** Everybody may. */
        NOTHING,
        /** Whoever has a token with some right here; parts of the request are looked at by themselves. */
        ANY,
        METRICS,
        RESOURCES
    }

    static final Need NOTHING = new Need(Level.NOTHING, Set.of(), Set.of());
    static final Need ANY = new Need(Level.ANY, Set.of(), Set.of());
    static final Need METRICS = new Need(Level.METRICS, Set.of(), Set.of());
    static final Need EVERYTHING = new Need(Level.RESOURCES, Set.of(ALL), EnumSet.allOf(Permission.class));

    static Need of(Set<String> types, Permission first, Permission... others) {
        return new Need(Level.RESOURCES, types, EnumSet.of(first, others));
    }

    static Need of(String type, Permission permission) {
        return of(Set.of(type), permission);
    }

    /** The scopes that would do, as a challenge names them (RFC 6750, 3). */
    String scopes() {
        return switch (level) {
            case NOTHING -> "";
            case METRICS -> METRICS_SCOPE;
            case ANY -> "system/*.rs";
            case RESOURCES ->
                types.stream()
                        .map(type -> "system/" + type + "." + letters())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                        .stream()
                        .collect(Collectors.joining(" "));
        };
    }

    private String letters() {
        return permissions.stream().map(p -> String.valueOf(p.letter())).collect(Collectors.joining());
    }
}
