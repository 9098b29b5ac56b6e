package org.w3id.materia.server.cds;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.w3id.materia.safety.report.Alert;

/**
 * The kind of a card in its id, so that feedback can be counted without keeping anything of what was asked: a UUID of version 8 (RFC 9562,
 * 5.8), whose first byte is the kind and whose other bits are random.
 */
final class CardKind {
    private static final List<Alert.Kind> KINDS = List.of(Alert.Kind.values());
    private static final int FIRST_BYTE = 56;
    private static final int VERSION_8 = 8;

    private CardKind() {}

    static String uuid(Alert.Kind kind) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & 0x00FF_FFFF_FFFF_0FFFL | 0x8000L | (long) KINDS.indexOf(kind) << FIRST_BYTE;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Empty where it is the id of no card of this server. */
    static Optional<Alert.Kind> of(String uuid) {
        try {
            UUID id = UUID.fromString(uuid);
            int kind = (int) (id.getMostSignificantBits() >>> FIRST_BYTE);
            return id.version() == VERSION_8 && kind < KINDS.size() ? Optional.of(KINDS.get(kind)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
