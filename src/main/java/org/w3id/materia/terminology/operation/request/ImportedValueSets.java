package org.w3id.materia.terminology.operation.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/**
 * The value sets that value sets of one request refer to, each prepared once: two that both refer to two others, and so on, would
 * double the work at every step.
 */
public final class ImportedValueSets {
    private static final int MOST_CHECKS = 100_000;

    private final Map<Class<?>, Map<String, Object>> prepared = new HashMap<>();
    private int checks;

    /**
     * The one prepared for a purpose, made where it is not there yet.
     *
     * @param purpose the type that a value set is prepared as
     * @param path canonicals of the value sets that lead to this one
     * @throws TerminologyFailure where the path leads back to it, or is too long
     */
    public <T> T prepared(Class<T> purpose, ValueSet valueSet, List<String> path, Supplier<T> make) {
        String canonical = Canonicals.of(valueSet);
        if (canonical == null) {
            return make.get(); // One that another contains; its id means nothing outside.
        }
        CompositionChecks.refuseCycle(canonical, path);
        Map<String, Object> known = prepared.computeIfAbsent(purpose, p -> new HashMap<>());
        Object there = known.get(canonical);
        if (there == null) {
            there = make.get();
            known.put(canonical, there);
        }
        return purpose.cast(there);
    }

    /** @throws TerminologyFailure where codings have been held against more value sets than there is time for */
    public void countCheck() {
        if (++checks > MOST_CHECKS) {
            throw TerminologyFailure.tooCostly(Issue.error(
                    IssueType.TOOCOSTLY,
                    null,
                    null,
                    Messages.plain(
                            "The value sets refer to each other in too many ways to check a code against them")));
        }
    }
}
