package org.w3id.materia.safety.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what could not be evaluated. */
public final class Gaps {
    private final Map<String, Set<String>> missing = new LinkedHashMap<>();
    private final Set<Unevaluated> others = new LinkedHashSet<>();

    /** Something of the patient is not known that a fact of the medicine is about. */
    public void missing(String datum, String medicine) {
        missing.computeIfAbsent(datum, d -> new LinkedHashSet<>()).add(medicine);
    }

    /** Something else. */
    public void add(String subject, String reason) {
        others.add(new Unevaluated(subject, reason));
    }

    /** All that was told, once each. */
    public List<Unevaluated> all() {
        List<Unevaluated> all = new ArrayList<>(others);
        missing.forEach((datum, medicines) -> all.add(new Unevaluated(
                datum,
                "The patient's " + datum + " is not given; it matters to what is stated of "
                        + String.join(", ", medicines) + ".")));
        return all;
    }
}
