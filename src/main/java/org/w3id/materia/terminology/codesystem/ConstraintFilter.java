package org.w3id.materia.terminology.codesystem;

import java.lang.ref.SoftReference;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.ecl.Constraint;
import org.w3id.materia.terminology.ecl.ConstraintParser;
import org.w3id.materia.terminology.ecl.UnusableConstraintException;

/**
 * The filter {@code constraint = [expression]} of a value set (FHIR R4, 4.3.0.3.3), in the Expression Constraint Language. The hierarchy is read
 * at the first expression, and kept while memory lasts.
 */
final class ConstraintFilter {
    private static final String PROPERTY = "constraint";

    private final CodeSystemProvider system;
    private SoftReference<CodeSystemSubstrate> substrate = new SoftReference<>(null);

    ConstraintFilter(CodeSystemProvider system) {
        this.system = system;
    }

    /**
     * The codes that the expression stands for; empty where the filter is another one.
     *
     * @throws UnusableConstraintException where it is no expression, or one that is not supported
     */
    Optional<Set<String>> codes(Filter filter) {
        if (!filter.property().equals(PROPERTY) || !filter.operator().equals("=")) {
            return Optional.empty();
        }
        Constraint constraint = ConstraintParser.parse(filter.value());
        CodeSystemSubstrate concepts = substrate();
        return Optional.of(new LinkedHashSet<>(concepts.codes(constraint.in(concepts))));
    }

    private synchronized CodeSystemSubstrate substrate() {
        CodeSystemSubstrate known = substrate.get();
        if (known == null) {
            known = new CodeSystemSubstrate(system);
            substrate = new SoftReference<>(known);
        }
        return known;
    }
}
