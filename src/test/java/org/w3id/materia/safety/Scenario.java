package org.w3id.materia.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.SafetyReport;
import org.w3id.materia.safety.stated.Severity;

/**
 * A line of {@code scenarios.txt}.
 *
 * @param line as it stands there
 * @param medicines as they are written, the ordered ones first
 * @param ordered how many of them are ordered
 * @param patient what is said of the patient, by name
 * @param alerts sorted; empty where none may come
 */
public record Scenario(
        String line,
        List<String> medicines,
        int ordered,
        List<String> conditions,
        List<String> allergies,
        Map<String, String> patient,
        TreeSet<String> alerts) {
    private static final Path FILE = Path.of("src/test/resources/org/w3id/materia/safety/scenarios.txt");
    private static final Map<String, String> SYSTEMS = Map.of(
            "rx", "http://www.nlm.nih.gov/research/umls/rxnorm",
            "sct", "http://snomed.info/sct",
            "icd", "http://hl7.org/fhir/sid/icd-10-cm",
            "med", "https://w3id.org/materia/fhir/CodeSystem/medicine");

    /** What is known of a patient where the line says nothing else. */
    private static final Map<String, String> USUAL =
            Map.of("age", "50", "pregnant", "false", "breastfeeding", "false", "clearance", "90");

    /** All lines. */
    public static List<Scenario> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Scenario::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line. */
    public static Scenario of(String line) {
        String[] cells = line.split(";", 6);
        List<String> ordered = list(cells[0]);
        List<String> medicines = new ArrayList<>(ordered);
        medicines.addAll(list(cells[1]));
        Map<String, String> patient = new HashMap<>(USUAL);
        for (String datum : cells[4].strip().split(" ")) {
            if (!datum.isEmpty()) {
                patient.put(datum.split("=")[0], datum.split("=")[1]);
            }
        }
        patient.values().removeIf("?"::equals);
        TreeSet<String> alerts = new TreeSet<>();
        Arrays.stream(cells[5].split(";"))
                .map(String::strip)
                .filter(a -> !a.equals("none"))
                .forEach(alerts::add);
        return new Scenario(line, medicines, ordered.size(), list(cells[2]), list(cells[3]), patient, alerts);
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** The medicines as a check takes them. */
    public List<ListedMedicine> listed() {
        List<ListedMedicine> listed = new ArrayList<>();
        for (String medicine : medicines) {
            String[] parts = medicine.split("@", 2);
            listed.add(new ListedMedicine(
                    term(parts[0]),
                    "",
                    listed.size() < ordered,
                    parts.length == 1 ? List.of() : List.of(dosage(parts[1])),
                    List.of()));
        }
        return listed;
    }

    /** {@code 1000 mg 5/d}. */
    private static Dosage dosage(String text) {
        String[] parts = text.split("[ /]");
        Dosage dosage = new Dosage();
        dosage.addDoseAndRate()
                .setDose(new Quantity()
                        .setValue(new BigDecimal(parts[0]))
                        .setSystem("http://unitsofmeasure.org")
                        .setCode(parts[1]));
        dosage.getTiming()
                .getRepeat()
                .setFrequency(Integer.parseInt(parts[2]))
                .setPeriod(1)
                .setPeriodUnit(Timing.UnitsOfTime.fromCode(parts[3]));
        return dosage;
    }

    /** A name, or a code with its system in front. */
    public static Term term(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? Term.of(written)
                : new Term(
                        "",
                        List.of(new Term.Code(
                                new ConceptKey(SYSTEMS.get(written.substring(0, colon)), written.substring(colon + 1)),
                                "")));
    }

    /** The patient as a check takes one. */
    public Patient asPatient() {
        return new Patient.Builder()
                .ageInYears(number("age"))
                .sex(Optional.ofNullable(patient.get("sex")).map(s -> Patient.Sex.valueOf(s.toUpperCase(Locale.ROOT))))
                .weight(number("weight"))
                .clearance(number("clearance"))
                .pregnant(Optional.ofNullable(patient.get("pregnant")).map(Boolean::valueOf))
                .breastfeeding(Optional.ofNullable(patient.get("breastfeeding")).map(Boolean::valueOf))
                .conditions(conditions.stream().map(Scenario::term).toList())
                .allergies(allergies.stream().map(Scenario::term).toList())
                .build();
    }

    private Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(patient.get(name)).map(BigDecimal::new);
    }

    /** The alerts of a report as the lines have them: for one kind and the same medicines the most severe. */
    public TreeSet<String> written(SafetyReport report) {
        Map<String, Severity> most = new HashMap<>();
        for (Alert alert : report.alerts()) {
            String about = alert.kind().code() + " "
                    + String.join(
                            "+",
                            alert.subject().medicines().stream()
                                    .sorted()
                                    .map(i -> medicines.get(i).split("@", 2)[0])
                                    .toList());
            most.merge(about, alert.rating().severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        TreeSet<String> written = new TreeSet<>();
        most.forEach((about, severity) -> written.add(severity.name().toLowerCase(Locale.ROOT) + " " + about));
        return written;
    }

    @Override
    public String toString() {
        return line;
    }
}
