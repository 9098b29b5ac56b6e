package org.w3id.materia.search.value;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.search.element.QuantityUnits;
import org.w3id.materia.store.Criterion;

/** Number values, and quantity values: {@code number}, {@code number|system|code}, {@code number||code} (FHIR R4, 3.1.1.4.11). */
public final class QuantityValue implements ValueParser {
    private static final int PARTS = 3;

    private final String parameter;
    private final boolean hasUnit;

    public QuantityValue(String parameter, SearchParamType type, String modifier) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter, modifier, ":missing");
        }
        this.parameter = parameter;
        this.hasUnit = type == SearchParamType.QUANTITY;
    }

    @Override
    public Criterion.Match parse(String value) {
        List<String> parts = EscapedText.split(value, '|').stream()
                .map(EscapedText::unescape)
                .toList();
        if (parts.size() != 1 && (!hasUnit || parts.size() != PARTS)) {
            throw notQuantity(value);
        }
        NumberRange range = NumberRange.parse(parameter, parts.get(0));
        String system = parts.size() == 1 ? "" : parts.get(1);
        String code = parts.size() == 1 ? "" : parts.get(2);
        if (code.isEmpty() && !system.isEmpty()) {
            throw notQuantity(value);
        }
        if (system.isEmpty()) {
            String unit = code.isEmpty() ? QuantityUnits.ANY : QuantityUnits.stated(code);
            return match(range, unit, range.low().doubleValue(), range.high().doubleValue());
        }
        QuantityUnits.Amount low = QuantityUnits.coded(range.low(), system, code);
        QuantityUnits.Amount high = QuantityUnits.coded(range.high(), system, code);
        return match(range, low.unit(), low.value(), high.value());
    }

    private static Criterion.Match match(NumberRange range, String unit, double low, double high) {
        return new Criterion.QuantityIs(range.comparison(), unit, low, range.last(low, high));
    }

    private Failure notQuantity(String value) {
        return Failure.invalid("'" + value + "' is not a value for '" + parameter + "'. It is written 'number'"
                + (hasUnit ? ", 'number|system|code' or 'number||code'." : "."));
    }
}
