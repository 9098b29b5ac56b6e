package org.w3id.materia.terminology.standard;

import java.math.BigDecimal;
import java.util.Optional;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/** The Unified Code for Units of Measure: its table, read once, when the first unit comes. */
public final class UcumUnits {
    private UcumUnits() {}

    /** Read late, for whom no unit ever comes. */
    private static final class Table {
        static final UcumService SERVICE = load();

        private static UcumService load() {
            try {
                return new UcumEssenceService(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"));
            } catch (UcumException e) {
                throw new IllegalStateException("UCUM's table is on the class path", e);
            }
        }
    }

    static UcumService service() {
        return Table.SERVICE;
    }

    /** A number of base units. */
    public record Canonical(BigDecimal value, String code) {}

    /** A number of units in UCUM's base units; empty where the code is none, or a special unit, which is no multiple of any other. */
    public static Optional<Canonical> canonical(BigDecimal value, String code) {
        if (service().validate(code) != null) {
            return Optional.empty();
        }
        try {
            Pair pair = service().getCanonicalForm(new Pair(new Decimal(value.toPlainString()), code));
            return Optional.of(new Canonical(new BigDecimal(pair.getValue().asDecimal()), pair.getCode()));
        } catch (UcumException e) {
            return Optional.empty();
        }
    }
}
