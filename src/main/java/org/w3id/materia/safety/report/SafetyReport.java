package org.w3id.materia.safety.report;

import java.util.List;

/**
 * The answer to one check.
 *
 * @param medicines what each is called, in the order in which they were asked about
 * @param alerts the most severe first
 * @param pairs every two medicines, once
 * @param unevaluated what the answer does not cover
 */
public record SafetyReport(
        List<String> medicines, List<Alert> alerts, List<PairResult> pairs, List<Unevaluated> unevaluated) {
    public SafetyReport {
        medicines = List.copyOf(medicines);
        alerts = List.copyOf(alerts);
        pairs = List.copyOf(pairs);
        unevaluated = List.copyOf(unevaluated);
    }
}
