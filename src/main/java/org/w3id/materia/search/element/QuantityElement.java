package org.w3id.materia.search.element;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.w3id.materia.store.IndexValue;

/**
 * What a number or quantity parameter takes from an element: the exact number, or the stretch that a Range or a Quantity's comparator
 * states, under each unit that it can be asked for in (FHIR R4, 3.1.1.4.8 and 3.1.1.4.11).
 */
record QuantityElement(String parameter, List<IndexValue> into) {
    void add(Base element) {
        if (element instanceof DecimalType decimal && decimal.hasValue()) {
            addNumber(decimal.getValue());
        } else if (element instanceof IntegerType integer && integer.hasValue()) {
            addNumber(BigDecimal.valueOf(integer.getValue()));
        } else if (element instanceof Quantity quantity) {
            addQuantity(quantity);
        } else if (element instanceof Range range) {
            addRange(range);
        } else if (!element.isPrimitive()) {
            throw ElementValues.unexpected(parameter, element);
        }
    }

    private void addNumber(BigDecimal value) {
        into.add(new IndexValue.Quantity(parameter, QuantityUnits.ANY, value.doubleValue(), value.doubleValue()));
    }

    private void addQuantity(Quantity quantity) {
        if (!quantity.hasValue()) {
            return;
        }
        for (QuantityUnits.Amount amount : QuantityUnits.amounts(quantity)) {
            double value = amount.value();
            switch (comparator(quantity)) {
                case "<" -> add(amount, Double.NEGATIVE_INFINITY, Math.nextDown(value));
                case "<=" -> add(amount, Double.NEGATIVE_INFINITY, value);
                case ">" -> add(amount, Math.nextUp(value), Double.POSITIVE_INFINITY);
                case ">=" -> add(amount, value, Double.POSITIVE_INFINITY);
                default -> add(amount, value, value);
            }
        }
    }

    /** A Range that ends before it begins says nothing that could be compared. */
    private void add(QuantityUnits.Amount amount, double low, double high) {
        if (low <= high) {
            into.add(new IndexValue.Quantity(parameter, amount.unit(), low, high));
        }
    }

    private static String comparator(Quantity quantity) {
        return quantity.hasComparator() ? quantity.getComparator().toCode() : "";
    }

    /** Both ends count under the units that both have; an end that is not there is open. */
    private void addRange(Range range) {
        List<QuantityUnits.Amount> low = range.getLow().hasValue() ? QuantityUnits.amounts(range.getLow()) : List.of();
        List<QuantityUnits.Amount> high =
                range.getHigh().hasValue() ? QuantityUnits.amounts(range.getHigh()) : List.of();
        if (high.isEmpty()) {
            low.forEach(l -> add(l, l.value(), Double.POSITIVE_INFINITY));
        } else if (low.isEmpty()) {
            high.forEach(h -> add(h, Double.NEGATIVE_INFINITY, h.value()));
        } else {
            for (QuantityUnits.Amount l : low) {
                Optional<QuantityUnits.Amount> same =
                        high.stream().filter(h -> h.unit().equals(l.unit())).findFirst();
                same.ifPresent(h -> add(l, l.value(), h.value()));
            }
        }
    }
}
