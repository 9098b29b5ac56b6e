package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Term;

/** Resources of a patient's record, as clients send them → what is asked. */
final class RecordReader {
    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED_CT = "http://snomed.info/sct";
    private static final Set<String> OVER = Set.of("inactive", "resolved", "remission", "refuted", "entered-in-error");
    private static final Set<String> NOT_TAKEN =
            Set.of("stopped", "cancelled", "completed", "entered-in-error", "draft", "not-taken", "unknown", "ended");
    private static final Set<String> PREGNANT = Set.of("77386006", "LA15173-0");
    private static final Set<String> NOT_PREGNANT = Set.of("60001007", "LA26683-5");
    private static final Set<String> BREASTFEEDING = Set.of("413712001", "69840006");

    private final HookRequest request;

    RecordReader(HookRequest request) {
        this.request = request;
    }

    /** The drafts, and then what is taken already. */
    List<ListedMedicine> medicines() {
        List<ListedMedicine> medicines = new ArrayList<>();
        for (JsonNode order : request.drafts()) {
            if (order.path("resourceType").asText().equals("MedicationRequest")) {
                String reference = "MedicationRequest/" + order.path("id").asText("");
                boolean isChosen = request.isSelected(reference);
                medicine(order, order.has("id") ? reference : "", isChosen).ifPresent(medicines::add);
            }
        }
        for (String type : List.of("MedicationRequest", "MedicationStatement")) {
            for (JsonNode taken : request.ofType(type)) {
                boolean isDraft = request.drafts().stream()
                        .anyMatch(d -> d.hasNonNull("id") && d.path("id").equals(taken.path("id")));
                if (!isDraft && !NOT_TAKEN.contains(taken.path("status").asText())) {
                    medicine(taken, "", false).ifPresent(medicines::add);
                }
            }
        }
        return medicines;
    }

    private Optional<ListedMedicine> medicine(JsonNode order, String reference, boolean isNew) {
        Term term = term(order.path("medicationCodeableConcept"));
        if (term.label().isBlank()) {
            term = referred(order);
        }
        if (term.label().isBlank()) {
            return Optional.empty();
        }
        List<Dosage> doses = new ArrayList<>();
        JsonNode instructions = order.path("dosageInstruction");
        instructions.forEach(d ->
                Optional.of(DosageJson.read(d)).filter(Dosage::hasDoseAndRate).ifPresent(doses::add));
        List<Term> reasons = new ArrayList<>();
        order.path("reasonCode").forEach(reason -> reasons.add(term(reason)));
        return Optional.of(new ListedMedicine(term, reference, isNew, doses, reasons));
    }

    /** A Medication that is contained, or sent along; else its display. */
    private Term referred(JsonNode order) {
        JsonNode reference = order.path("medicationReference");
        String target = reference.path("reference").asText("");
        List<JsonNode> candidates = new ArrayList<>(request.ofType("Medication"));
        candidates.addAll(request.drafts());
        order.path("contained").forEach(candidates::add);
        return candidates.stream()
                .filter(m -> m.path("resourceType").asText().equals("Medication") && m.hasNonNull("id"))
                .filter(m -> target.equals("#" + m.path("id").asText())
                        || target.endsWith("Medication/" + m.path("id").asText()))
                .map(m -> term(m.path("code")))
                .findFirst()
                .orElseGet(() -> Term.of(reference.path("display").asText("")));
    }

    Patient patient() {
        JsonNode patient = request.ofType("Patient").stream().findFirst().orElseThrow();
        List<Term> conditions = new ArrayList<>();
        request.ofType("Condition").stream()
                .filter(c -> !isOver(c))
                .map(c -> term(c.path("code")))
                .filter(t -> !t.label().isBlank())
                .forEach(conditions::add);
        List<Term> allergies = new ArrayList<>();
        request.ofType("AllergyIntolerance").stream()
                .filter(a -> !isOver(a))
                .map(a -> term(a.path("code")))
                .filter(t -> !t.label().isBlank())
                .forEach(allergies::add);
        return new Patient.Builder()
                .ageInYears(age(patient.path("birthDate").asText("")))
                .sex(sex(patient))
                .weight(observed(Set.of("29463-7", "3141-9"), "kg"))
                .clearance(observed(Set.of("2164-2", "35591-7"), "mL/min"))
                .pregnant(pregnant(conditions))
                .breastfeeding(has(conditions, BREASTFEEDING, "breast") ? Optional.of(true) : Optional.empty())
                .conditions(conditions)
                .allergies(allergies)
                .build();
    }

    private static boolean isOver(JsonNode resource) {
        for (String element : List.of("clinicalStatus", "verificationStatus")) {
            for (JsonNode coding : resource.path(element).path("coding")) {
                if (OVER.contains(coding.path("code").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Boolean> pregnant(List<Term> conditions) {
        for (JsonNode observation : request.ofType("Observation")) {
            for (JsonNode coding : observation.path("valueCodeableConcept").path("coding")) {
                String code = coding.path("code").asText();
                if (PREGNANT.contains(code) || NOT_PREGNANT.contains(code)) {
                    return Optional.of(PREGNANT.contains(code));
                }
            }
        }
        return has(conditions, PREGNANT, "pregnan") ? Optional.of(true) : Optional.empty();
    }

    private static boolean has(List<Term> conditions, Set<String> codes, String beginning) {
        return conditions.stream()
                .anyMatch(c -> c.keys().stream().anyMatch(k -> k.system().equals(SNOMED_CT) && codes.contains(k.code()))
                        || c.keys().stream()
                                .anyMatch(k ->
                                        beginning.equals("pregnan") && k.code().matches("Z3[34].*"))
                        || c.names().stream()
                                .anyMatch(n -> n.toLowerCase(Locale.ROOT).startsWith(beginning)));
    }

    /** The newest stands first in what the prefetch asks for. */
    private Optional<BigDecimal> observed(Set<String> codes, String unit) {
        for (JsonNode observation : request.ofType("Observation")) {
            for (JsonNode coding : observation.path("code").path("coding")) {
                JsonNode value = observation.path("valueQuantity");
                boolean isIt = coding.path("system").asText().equals(LOINC)
                        && codes.contains(coding.path("code").asText());
                String given = value.path("code").asText(value.path("unit").asText(""));
                if (isIt && value.path("value").isNumber() && given.equals(unit)) {
                    return Optional.of(value.path("value").decimalValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Patient.Sex> sex(JsonNode patient) {
        return switch (patient.path("gender").asText("")) {
            case "female" -> Optional.of(Patient.Sex.FEMALE);
            case "male" -> Optional.of(Patient.Sex.MALE);
            default -> Optional.empty();
        };
    }

    /** In years today; of a year or month alone what it is at least. */
    private static Optional<BigDecimal> age(String birthDate) {
        try {
            LocalDate born =
                    switch (birthDate.length()) {
                        case 4 -> Year.parse(birthDate).atMonth(12).atEndOfMonth();
                        case 7 -> YearMonth.parse(birthDate).atEndOfMonth();
                        default -> LocalDate.parse(birthDate);
                    };
            long days = ChronoUnit.DAYS.between(born, LocalDate.now(ZoneOffset.UTC));
            return days < 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(days).divide(new BigDecimal("365.25"), MathContext.DECIMAL64));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Text and codings of whatever is, more or less, a CodeableConcept. */
    private static Term term(JsonNode concept) {
        List<Term.Code> codes = new ArrayList<>();
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").isTextual() && coding.path("code").isTextual()) {
                codes.add(new Term.Code(
                        new ConceptKey(
                                coding.path("system").asText(),
                                coding.path("code").asText()),
                        coding.path("display").asText("")));
            }
        }
        return new Term(concept.path("text").asText(""), codes);
    }
}
