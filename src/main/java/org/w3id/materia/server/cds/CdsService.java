package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.safety.asked.Scope;

/** The services that are offered, as discovery tells them (CDS Hooks 2.0, Discovery). */
enum CdsService {
    ORDER_SELECT(
            "medication-order-select",
            "order-select",
            "Medicines being chosen",
            "What the monographs state of the chosen medicines: with the patient's conditions, allergies and other"
                    + " medicines, and of their doses."),
    ORDER_SIGN(
            "medication-order-sign",
            "order-sign",
            "Medicines about to be signed",
            "What the monographs state of the ordered medicines: with the patient's conditions, allergies and other"
                    + " medicines, and of their doses."),
    PATIENT_VIEW(
            "medication-patient-view",
            "patient-view",
            "Medicines that are taken",
            "What the monographs state of the medicines that the patient takes, with the patient's conditions and"
                    + " allergies.");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final String hook;
    private final String title;
    private final String description;

    CdsService(String id, String hook, String title, String description) {
        this.id = id;
        this.hook = hook;
        this.title = title;
        this.description = description;
    }

    static Optional<CdsService> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }

    String hook() {
        return hook;
    }

    /** What the cards of the service are about. */
    Scope scope() {
        return this == PATIENT_VIEW ? Scope.EACH_ALONE : Scope.NEW_ONES;
    }

    /** What the client is to send along, by the key under which it does. */
    Map<String, String> prefetch() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("patient", "Patient/{{context.patientId}}");
        queries.put("conditions", "Condition?patient={{context.patientId}}");
        queries.put("medications", "MedicationRequest?patient={{context.patientId}}&status=active");
        queries.put("allergies", "AllergyIntolerance?patient={{context.patientId}}");
        queries.put(
                "observations",
                "Observation?patient={{context.patientId}}&code=http://loinc.org|29463-7,http://loinc.org|2164-2,"
                        + "http://loinc.org|35591-7,http://loinc.org|82810-3&_sort=-date&_count=20");
        return queries;
    }

    /** The answer to discovery. */
    static ObjectNode discovery() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode services = answer.putArray("services");
        for (CdsService service : values()) {
            ObjectNode described = services.addObject()
                    .put("hook", service.hook)
                    .put("title", service.title)
                    .put("description", service.description)
                    .put("id", service.id);
            ObjectNode prefetch = described.putObject("prefetch");
            service.prefetch().forEach(prefetch::put);
            described.put(
                    "usageRequirements",
                    "patient and conditions are needed; what else is not sent along is not checked, and a card says"
                            + " so.");
        }
        return answer;
    }
}
