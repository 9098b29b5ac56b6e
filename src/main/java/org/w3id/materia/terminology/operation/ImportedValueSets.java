package org.w3id.materia.terminology.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.Canonicals;

/**
 * The value sets that value sets of one request refer to, each prepared once: two that both refer to two others, and so on, would
 * double the work at every step.
 */
final class ImportedValueSets {
    private static final int MOST_CHECKS = 100_000;

    private final Map<String, Expansion> expansions = new HashMap<>();
    private final Map<String, MembershipCheck> memberships = new HashMap<>();
    private int checks;

    /**
     * @param path canonicals of the value sets that lead to this one
     * @throws TerminologyFailure where the path leads back to it, or is too long
     */
    Expansion expansion(ValueSet valueSet, List<String> path, Supplier<Expansion> make) {
        return once(expansions, valueSet, path, make);
    }

    /** As {@link #expansion}, for a check of codes. */
    MembershipCheck membership(ValueSet valueSet, List<String> path, Supplier<MembershipCheck> make) {
        return once(memberships, valueSet, path, make);
    }

    private static <T> T once(Map<String, T> known, ValueSet valueSet, List<String> path, Supplier<T> make) {
        String canonical = Canonicals.of(valueSet);
        if (canonical == null) {
            return make.get(); // One that another contains; its id means nothing outside.
        }
        CompositionChecks.refuseCycle(canonical, path);
        T there = known.get(canonical);
        if (there == null) {
            there = make.get();
            known.put(canonical, there);
        }
        return there;
    }

    /** @throws TerminologyFailure where codings have been held against more value sets than there is time for */
    void countCheck() {
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
