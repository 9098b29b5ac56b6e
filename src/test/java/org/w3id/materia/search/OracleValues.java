package org.w3id.materia.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** What the oracle takes from elements: tokens, texts, stretches of time and of numbers. */
final class OracleValues {
    static final BigDecimal LEAST = new BigDecimal("-1e300");
    static final BigDecimal MOST = new BigDecimal("1e300");

    /** UCUM, as far as generated resources use it: what it is a measure of, and how many of that one is. */
    private static final Map<String, String> UNITS =
            Map.of("mg", "g*1e-3", "g", "g*1", "ug", "g*1e-6", "mL", "m3*1e-6", "mg/mL", "g/m3*1e3", "L", "m3*1e-3");

    private OracleValues() {}

    /** System, null where there is none, and code. */
    record Token(String system, String code) {}

    static List<Token> tokens(Base element) {
        List<Token> tokens = new ArrayList<>();
        if (element instanceof CodeableConcept concept) {
            concept.getCoding().forEach(c -> tokens.addAll(tokens(c)));
        } else if (element instanceof Coding coding) {
            tokens.add(new Token(coding.getSystem(), coding.getCode()));
        } else if (element instanceof Identifier identifier) {
            tokens.add(new Token(identifier.getSystem(), identifier.getValue()));
        } else if (element instanceof Enumeration<?> code) {
            tokens.add(new Token(null, code.getValueAsString()));
            tokens.add(new Token(code.getSystem(), code.getValueAsString()));
        } else if (element instanceof BooleanType truth) {
            tokens.add(new Token(null, truth.getValueAsString()));
            tokens.add(new Token("http://terminology.hl7.org/CodeSystem/special-values", truth.getValueAsString()));
        } else {
            tokens.add(new Token(null, element.primitiveValue()));
        }
        tokens.removeIf(t -> t.code() == null);
        return tokens;
    }

    static List<String> texts(Base element) {
        List<String> texts = new ArrayList<>();
        if (element instanceof CodeableConcept concept) {
            texts.add(concept.getText());
            concept.getCoding().forEach(c -> texts.add(c.getDisplay()));
        } else if (element instanceof Coding coding) {
            texts.add(coding.getDisplay());
        } else if (element instanceof Identifier identifier) {
            texts.add(identifier.getType().getText());
        }
        texts.removeIf(t -> t == null);
        return texts;
    }

    /** First and last number, or moment in milliseconds, both included. */
    record Span(BigDecimal low, BigDecimal high) {
        static Span of(Instant start, Instant end) {
            return new Span(BigDecimal.valueOf(start.toEpochMilli()), BigDecimal.valueOf(end.toEpochMilli() - 1));
        }
    }

    static List<Span> times(Base element) {
        if (element instanceof Period period) {
            if (!period.hasStart() && !period.hasEnd()) {
                return List.of();
            }
            return List.of(new Span(
                    period.hasStart()
                            ? time(period.getStartElement().getValueAsString()).low()
                            : LEAST,
                    period.hasEnd()
                            ? time(period.getEndElement().getValueAsString()).high()
                            : MOST));
        }
        return List.of(time(((BaseDateTimeType) element).getValueAsString()));
    }

    /** A date, at the precision that its length shows; without a zone it is UTC. */
    static Span time(String date) {
        switch (date.length()) {
            case 4, 7, 10 -> {
                LocalDate first = LocalDate.parse((date + "-01-01").substring(0, 10));
                LocalDate next = date.length() == 4
                        ? first.plusYears(1)
                        : date.length() == 7 ? first.plusMonths(1) : first.plusDays(1);
                return Span.of(
                        first.atStartOfDay().toInstant(ZoneOffset.UTC),
                        next.atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            default -> {
                Instant start = OffsetDateTime.parse(date).toInstant();
                return Span.of(start, start.plusMillis(date.contains(".") ? 1 : 1000));
            }
        }
    }

    /** Numbers of an element in the unit that is asked for; empty where it has another. */
    static List<Span> numbers(Base element, String system, String code) {
        if (element instanceof DecimalType decimal) {
            return List.of(new Span(decimal.getValue(), decimal.getValue()));
        } else if (element instanceof Range range) {
            BigDecimal low = range.getLow().hasValue() ? number(range.getLow(), system, code) : LEAST;
            BigDecimal high = range.getHigh().hasValue() ? number(range.getHigh(), system, code) : MOST;
            boolean nothing = !range.getLow().hasValue() && !range.getHigh().hasValue();
            return nothing || low == null || high == null || low.compareTo(high) > 0
                    ? List.of()
                    : List.of(new Span(low, high));
        }
        BigDecimal number = number((Quantity) element, system, code);
        return number == null ? List.of() : List.of(new Span(number, number));
    }

    private static BigDecimal number(Quantity quantity, String system, String code) {
        if (code.isEmpty()) {
            return quantity.getValue();
        } else if (system.isEmpty()) {
            boolean same = code.equals(quantity.getCode()) || code.equals(quantity.getUnit());
            return same ? quantity.getValue() : null;
        } else if (!system.equals(quantity.getSystem())) {
            return null;
        }
        return system.equals("http://unitsofmeasure.org")
                ? inUnit(quantity.getValue(), quantity.getCode(), code)
                : code.equals(quantity.getCode()) ? quantity.getValue() : null;
    }

    /** The value in another unit of UCUM; null where it measures something else. */
    private static BigDecimal inUnit(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return value;
        }
        String[] one = UNITS.getOrDefault(from, from + "*1").split("\\*");
        String[] other = UNITS.getOrDefault(to, to + "*1").split("\\*");
        return one[0].equals(other[0]) ? value.multiply(new BigDecimal(one[1])).divide(new BigDecimal(other[1])) : null;
    }

    static String uri(Base element) {
        return ((PrimitiveType<?>) element).getValueAsString();
    }
}
