package org.w3id.materia.store;

import java.time.Instant;

/** One value of one search parameter of one resource (FHIR R4, 3.1.1.4 Search parameter types). */
public sealed interface IndexValue {
    /** Code of the search parameter. */
    String parameter();

    /** A coded value; {@code system} is empty where the element has none. */
    record Token(String parameter, String system, String code) implements IndexValue {}

    /** Text that belongs to a string parameter, or that a token parameter's {@code :text} searches. */
    record Text(String parameter, String value) implements IndexValue {}

    /** A reference to a resource of this server, relative. */
    record Reference(String parameter, ResourceKey target) implements IndexValue {}

    /** A URI, compared as it stands. */
    record Uri(String parameter, String value) implements IndexValue {}

    /** A stretch of time: {@code [start, end)}. */
    record Period(String parameter, Instant start, Instant end) implements IndexValue {}
}
