package org.w3id.materia.server.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Term;

/**
 * What {@code $check} was asked.
 *
 * @param patient as far as the request tells
 * @param medicines in the order of the request
 */
record CheckRequest(Patient patient, List<ListedMedicine> medicines) {
    private static final String MEDICINE = "medicine";

    /** How often a parameter may be given; the others once. */
    private static final Map<String, Integer> MOST = Map.of(MEDICINE, 50, "condition", 200, "allergy", 200);

    private static final List<String> KNOWN =
            List.of(MEDICINE, "condition", "allergy", "pregnant", "breastfeeding", "age", "sex", "weight", "clearance");
    private static final Map<String, BigDecimal> IN_A_YEAR = Map.of(
            "a",
            BigDecimal.ONE,
            "mo",
            BigDecimal.valueOf(12),
            "wk",
            new BigDecimal("52.18"),
            "d",
            new BigDecimal("365.25"));
    private static final Map<String, BigDecimal> IN_A_KILOGRAM =
            Map.of("kg", BigDecimal.ONE, "g", BigDecimal.valueOf(1000), "[lb_av]", new BigDecimal("2.20462262"));
    private static final Map<String, BigDecimal> IN_A_MILLILITRE_A_MINUTE =
            Map.of("mL/min", BigDecimal.ONE, "mL/min/{1.73_m2}", BigDecimal.ONE, "mL/s", new BigDecimal("0.0166667"));

    /**
     * @param isMedicine whether a value of a query is the id of a medicine
     * @throws Failure invalid where a parameter is not known, or is not what it has to be; too costly where there are more than are taken,
     *     which is seen before any is looked up
     */
    static CheckRequest parse(Parameters parameters, Predicate<String> isMedicine) {
        requireKnownAndFew(parameters);
        List<ListedMedicine> medicines = parameters.getParameter().stream()
                .filter(p -> p.getName().equals(MEDICINE))
                .map(p -> medicine(p, isMedicine))
                .toList();
        if (medicines.isEmpty()) {
            throw Failure.invalid("$check needs a 'medicine': an id of a MedicationKnowledge, system|code, or a name.");
        }
        return new CheckRequest(patient(parameters), medicines);
    }

    private static void requireKnownAndFew(Parameters parameters) {
        Map<String, Integer> given = new HashMap<>();
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            String name = parameter.getName();
            if (name == null || !KNOWN.contains(name)) {
                throw Failure.invalid(
                        "$check has no parameter '" + name + "'. It has: " + String.join(", ", KNOWN) + ".");
            }
            given.merge(name, 1, Integer::sum);
        }
        given.forEach((name, count) -> {
            if (count > 1 && !MOST.containsKey(name)) {
                throw Failure.invalid("The parameter '" + name + "' of $check can be given once.");
            } else if (count > MOST.getOrDefault(name, 1)) {
                throw Failure.tooCostly(
                        "$check takes '" + name + "' up to " + MOST.get(name) + " times, and not " + count + ".");
            }
        });
    }

    private static ListedMedicine medicine(ParametersParameterComponent parameter, Predicate<String> isMedicine) {
        Type named = parameter.getValue();
        List<Dosage> doses = new ArrayList<>();
        for (ParametersParameterComponent part : parameter.getPart()) {
            if ("dosage".equals(part.getName()) && part.getValue() instanceof Dosage dosage) {
                doses.add(dosage);
            } else if (MEDICINE.equals(part.getName()) && part.hasValue()) {
                named = part.getValue();
            } else {
                throw Failure.invalid("A 'medicine' of $check has the parts 'medicine' and 'dosage' (a Dosage).");
            }
        }
        return new ListedMedicine(medicine(named, isMedicine), "", true, doses, List.of());
    }

    private static Term medicine(Type named, Predicate<String> isMedicine) {
        if (named instanceof Reference reference) {
            String type = reference.getReferenceElement().getResourceType();
            String id = reference.getReferenceElement().getIdPart();
            if (id == null || type != null && !type.equals("MedicationKnowledge") && !type.equals("Medication")) {
                throw Failure.invalid("A 'medicine' refers to a MedicationKnowledge or Medication of this server.");
            }
            if (!isMedicine.test(id)) {
                throw Failure.invalid("There is no medicine with the id '" + id + "'.");
            }
            return Terms.medicine(id);
        }
        if (named != null && named.isPrimitive() && isMedicine.test(named.primitiveValue())) {
            return Terms.medicine(named.primitiveValue());
        }
        return term(MEDICINE, named);
    }

    private static Term term(String parameter, Type value) {
        Term term = value instanceof CodeableConcept concept
                ? Terms.of(concept)
                : value instanceof Coding coding
                        ? Terms.of(coding)
                        : value != null && value.isPrimitive() && value.primitiveValue() != null
                                ? Terms.of(value.primitiveValue().strip())
                                : Term.of("");
        if (term.label().isBlank()) {
            throw Failure.invalid(
                    "'" + parameter + "' of $check is a name, system|code, a Coding or a CodeableConcept.");
        }
        return term;
    }

    private static Patient patient(Parameters parameters) {
        return new Patient.Builder()
                .ageInYears(number("age", "years", IN_A_YEAR, parameters))
                .sex(value("sex", parameters).map(CheckRequest::sex))
                .weight(number("weight", "kg", IN_A_KILOGRAM, parameters))
                .clearance(number("clearance", "mL/min", IN_A_MILLILITRE_A_MINUTE, parameters))
                .pregnant(flag("pregnant", parameters))
                .breastfeeding(flag("breastfeeding", parameters))
                .conditions(terms("condition", parameters))
                .allergies(terms("allergy", parameters))
                .build();
    }

    private static List<Term> terms(String name, Parameters parameters) {
        return parameters.getParameter().stream()
                .filter(p -> p.getName().equals(name))
                .map(p -> term(name, p.getValue()))
                .toList();
    }

    private static Patient.Sex sex(Type value) {
        return switch (value.isPrimitive() ? value.primitiveValue() : "") {
            case "female" -> Patient.Sex.FEMALE;
            case "male" -> Patient.Sex.MALE;
            default -> throw Failure.invalid("'sex' of $check is female or male.");
        };
    }

    private static Optional<Boolean> flag(String name, Parameters parameters) {
        return value(name, parameters).map(value -> {
            if (value instanceof BooleanType flag) {
                return flag.booleanValue();
            }
            return switch (value.isPrimitive() ? value.primitiveValue() : "") {
                case "true" -> true;
                case "false" -> false;
                default -> throw Failure.invalid("'" + name + "' of $check is true or false.");
            };
        });
    }

    /** @param parts how many of a unit make one of what is reckoned with */
    private static Optional<BigDecimal> number(
            String name, String unit, Map<String, BigDecimal> parts, Parameters parameters) {
        return value(name, parameters).map(value -> {
            try {
                BigDecimal number = value instanceof Quantity quantity
                        ? inUnit(quantity, parts)
                        : new BigDecimal(value.primitiveValue());
                if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(10_000)) < 0) {
                    return number;
                }
            } catch (NumberFormatException | NullPointerException e) {
                // Told below, like every other value that is none.
            }
            throw Failure.invalid("'" + name + "' of $check is a number of " + unit + ", or a Quantity in "
                    + String.join(", ", parts.keySet().stream().sorted().toList()) + ".");
        });
    }

    private static BigDecimal inUnit(Quantity quantity, Map<String, BigDecimal> parts) {
        BigDecimal part = parts.get(quantity.hasCode() ? quantity.getCode() : quantity.getUnit());
        return quantity.getValue().divide(part, MathContext.DECIMAL64);
    }

    private static Optional<Type> value(String name, Parameters parameters) {
        Optional<ParametersParameterComponent> given = parameters.getParameter().stream()
                .filter(p -> p.getName().equals(name))
                .findFirst();
        if (given.isPresent() && !given.get().hasValue()) {
            throw Failure.invalid("The parameter '" + name + "' of $check has no value.");
        }
        return given.map(ParametersParameterComponent::getValue);
    }
}
