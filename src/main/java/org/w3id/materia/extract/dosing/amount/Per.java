package org.w3id.materia.extract.dosing.amount;

import java.util.Optional;

/**
 * What an amount is divided by.
 *
 * @param body {@code kg} or {@code m2}
 * @param time UCUM code of a time
 * @param administration whether the text says "per dose"
 * @param foreign whether something follows that no dose is divided by ("/mL", "/dL", "per tablet"): the number is a
 *     concentration, a strength or a laboratory value
 */
record Per(Optional<String> body, Optional<String> time, boolean administration, boolean foreign) {
    static final Per NOTHING = new Per(Optional.empty(), Optional.empty(), false, false);

    Per body(String unit) {
        return new Per(Optional.of(unit), time, administration, foreign || body.isPresent());
    }

    Per time(String unit) {
        return new Per(body, Optional.of(unit), administration, foreign || time.isPresent());
    }

    Per dose() {
        return new Per(body, time, true, foreign);
    }

    Per unknown() {
        return new Per(body, time, administration, true);
    }
}
