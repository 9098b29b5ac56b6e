package org.w3id.materia.server.infobutton;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which sections of a monograph answer a task, the most relevant first; codes of {@code CodeSystem/section}. */
final class TaskTopics {
    private static final List<String> ORDERING =
            List.of("dosage", "precautions", "usage", "side-effects", "how-it-works", "faqs");
    private static final List<String> REVIEWING =
            List.of("precautions", "side-effects", "dosage", "usage", "how-it-works", "faqs");
    private static final List<String> PROBLEMS =
            List.of("usage", "dosage", "precautions", "side-effects", "how-it-works", "faqs");
    private static final List<String> ALLERGIES =
            List.of("precautions", "side-effects", "usage", "dosage", "how-it-works", "faqs");
    private static final List<String> FOR_PATIENTS =
            List.of("faqs", "usage", "side-effects", "precautions", "dosage", "how-it-works");

    /** Task contexts of {@code v3-ActCode}. */
    private static final Map<String, List<String>> OF_TASK = Map.of(
            "OE", ORDERING,
            "MEDOE", ORDERING,
            "MLREV", REVIEWING,
            "MARWLREV", REVIEWING,
            "PROBLISTE", PROBLEMS,
            "PROBLISTREV", PROBLEMS,
            "ALLERLE", ALLERGIES,
            "ALLERLREV", ALLERGIES);

    /** What the words of a sub-topic ask for. */
    private static final Map<String, String> OF_WORDS = Map.of(
            "dos", "dosage",
            "contraindic", "precautions",
            "precaution", "precautions",
            "interact", "precautions",
            "caution", "precautions",
            "adverse", "side-effects",
            "side effect", "side-effects",
            "indication", "usage",
            "mechanism", "how-it-works",
            "patient education", "faqs");

    private TaskTopics() {}

    static List<String> of(KnowledgeRequest request) {
        return request.isForPatient() ? FOR_PATIENTS : OF_TASK.getOrDefault(request.task(), ORDERING);
    }

    /** The one section that is asked for. */
    static Optional<String> asked(KnowledgeRequest request) {
        return OF_WORDS.entrySet().stream()
                .filter(e -> request.topic().contains(e.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
