package org.w3id.materia.server.infobutton;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Term;

/**
 * A knowledge request.
 *
 * @param criteria what is asked about, in their order
 * @param task code of {@code v3-ActCode}; empty where none is told
 * @param topic words of {@code subTopic}, in lower case; empty where none is told
 * @param isForPatient whether who will read the answer is the patient
 * @param patient as far as told
 * @param form media type of the answer
 * @param echo every parameter, to be told back
 */
record KnowledgeRequest(
        List<Term> criteria,
        String task,
        String topic,
        boolean isForPatient,
        Patient patient,
        String form,
        Map<String, List<String>> echo) {
    private static final String PREFIX = "knowledgeRequestNotification.";
    private static final Pattern MAIN = Pattern.compile("mainSearchCriteria\\.v\\.(?:c|cs|dn|ot)(\\d{0,3})");
    private static final int MOST_PARAMETERS = 200;
    private static final int MOST_CRITERIA = 20;

    /** Object identifiers of code systems (HL7's NamingSystems), for which FHIR has a URI. */
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm"),
            Map.entry("2.16.840.1.113883.6.69", "http://hl7.org/fhir/sid/ndc"),
            Map.entry("2.16.840.1.113883.6.96", "http://snomed.info/sct"),
            Map.entry("2.16.840.1.113883.6.1", "http://loinc.org"),
            Map.entry("2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm"),
            Map.entry("2.16.840.1.113883.6.103", "http://hl7.org/fhir/sid/icd-9-cm"),
            Map.entry("2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10"),
            Map.entry("2.16.840.1.113883.6.73", "http://www.whocc.no/atc"),
            Map.entry("2.16.840.1.113883.6.177", "http://www.nlm.nih.gov/mesh"),
            Map.entry("2.16.840.1.113883.4.9", "http://fdasis.nlm.nih.gov"));

    private static final Map<String, BigDecimal> IN_A_YEAR = Map.of(
            "a", BigDecimal.ONE,
            "mo", BigDecimal.valueOf(12),
            "wk", new BigDecimal("52.18"),
            "d", new BigDecimal("365.25"),
            "h", new BigDecimal("8766"));

    /** @throws Failure invalid where there is no main criterion, or too much */
    static KnowledgeRequest parse(Map<String, List<String>> parameters) {
        if (parameters.values().stream().mapToInt(List::size).sum() > MOST_PARAMETERS) {
            throw Failure.invalid("A knowledge request has at most " + MOST_PARAMETERS + " parameters.");
        }
        Map<String, String> first = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            first.putIfAbsent(plain, values.isEmpty() ? "" : values.get(0).strip());
        });
        return new KnowledgeRequest(
                criteria(first),
                first.getOrDefault("taskContext.c.c", "").toUpperCase(Locale.ROOT),
                (first.getOrDefault("subTopic.v.dn", "") + " " + first.getOrDefault("subTopic.v.ot", "") + " "
                                + first.getOrDefault("subTopic.v.c", ""))
                        .strip()
                        .toLowerCase(Locale.ROOT),
                isPatient(first),
                patient(first),
                first.getOrDefault("knowledgeResponseType", "text/xml").toLowerCase(Locale.ROOT),
                parameters);
    }

    private static List<Term> criteria(Map<String, String> parameters) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String name : parameters.keySet()) {
            Matcher matcher = MAIN.matcher(name);
            if (matcher.matches()) {
                numbers.add(matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1)));
            }
        }
        List<Term> criteria = new ArrayList<>();
        for (int number : numbers) {
            String suffix = number == 0 ? "" : String.valueOf(number);
            Term term = term(parameters, suffix);
            if (!term.label().isBlank()) {
                criteria.add(term);
            }
        }
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
            throw Failure.invalid("A knowledge request has from 1 to " + MOST_CRITERIA
                    + " main criteria: mainSearchCriteria.v.c with .cs, or .dn, or .ot.");
        }
        return criteria;
    }

    private static Term term(Map<String, String> parameters, String suffix) {
        String main = "mainSearchCriteria.v.";
        String code = parameters.getOrDefault(main + "c" + suffix, "");
        String system = parameters.getOrDefault(main + "cs" + suffix, "");
        String display = parameters.getOrDefault(main + "dn" + suffix, "");
        String text = parameters.getOrDefault(main + "ot" + suffix, "");
        String uri = SYSTEMS.getOrDefault(system.replaceFirst("^urn:oid:", ""), system);
        return code.isEmpty() || uri.isEmpty()
                ? Term.of(text.isEmpty() ? display : text)
                : new Term(text, List.of(new Term.Code(new ConceptKey(uri, code), display)));
    }

    private static boolean isPatient(Map<String, String> parameters) {
        String recipient = parameters.getOrDefault("informationRecipient", parameters.getOrDefault("performer", ""));
        return recipient.equalsIgnoreCase("PAT")
                || recipient.isEmpty() && "PATINFO".equalsIgnoreCase(parameters.get("taskContext.c.c"));
    }

    private static Patient patient(Map<String, String> parameters) {
        Optional<BigDecimal> age = number(parameters.get("age.v.v"))
                .flatMap(value -> Optional.ofNullable(IN_A_YEAR.get(parameters.getOrDefault("age.v.u", "a")))
                        .map(parts -> value.divide(parts, MathContext.DECIMAL64)));
        String gender = parameters.getOrDefault("patientPerson.administrativeGenderCode.c", "");
        Optional<Patient.Sex> sex = gender.equalsIgnoreCase("F")
                ? Optional.of(Patient.Sex.FEMALE)
                : gender.equalsIgnoreCase("M") ? Optional.of(Patient.Sex.MALE) : Optional.empty();
        return new Patient.Builder().ageInYears(age).sex(sex).build();
    }

    private static Optional<BigDecimal> number(String text) {
        return text != null && text.matches("\\d{1,6}(?:\\.\\d{1,4})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
