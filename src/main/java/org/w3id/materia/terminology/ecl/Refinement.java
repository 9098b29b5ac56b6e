package org.w3id.materia.terminology.ecl;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.materia.terminology.ecl.Substrate.Attribute;

/** What a constraint says of the attributes of concepts (ECL 2.2, 6.2 and 6.3). */
interface Refinement {
    /** The test that it is, with the concepts of its parts known. */
    Test in(Substrate substrate);

    /** Whether a concept with some attributes is as said; in a group, those of the group. */
    interface Test {
        boolean accepts(int concept, List<Attribute> attributes);
    }

    /** How often; {@code most} is the greatest integer for {@code *}. */
    record Cardinality(int least, int most) {
        static final Cardinality SOME = new Cardinality(1, Integer.MAX_VALUE);

        boolean holds(long count) {
            return count >= least && count <= most;
        }
    }

    /** An attribute with a value among some concepts, or with {@code !=} one not among them. */
    record ConceptValue(Cardinality cardinality, Constraint types, boolean equal, Constraint values)
            implements Refinement {
        @Override
        public Test in(Substrate substrate) {
            BitSet type = types.in(substrate);
            BitSet value = values.in(substrate);
            return (concept, attributes) -> cardinality.holds(attributes.stream()
                    .filter(a -> type.get(a.type()) && a.value() >= 0 && value.get(a.value()) == equal)
                    .count());
        }
    }

    /** The concept is the value of an attribute of some others (reverse flag R). */
    record ValueOf(Cardinality cardinality, Constraint types, Constraint sources) implements Refinement {
        @Override
        public Test in(Substrate substrate) {
            BitSet type = types.in(substrate);
            Map<Integer, Integer> counts = new HashMap<>();
            sources.in(substrate).stream().forEach(s -> substrate.attributes(s).stream()
                    .filter(a -> type.get(a.type()) && a.value() >= 0)
                    .forEach(a -> counts.merge(a.value(), 1, Integer::sum)));
            return (concept, attributes) -> cardinality.holds(counts.getOrDefault(concept, 0));
        }
    }

    /** An attribute with a number or text that compares as said. */
    record ConcreteValue(Cardinality cardinality, Constraint types, Comparison comparison) implements Refinement {
        @Override
        public Test in(Substrate substrate) {
            BitSet type = types.in(substrate);
            return (concept, attributes) -> cardinality.holds(attributes.stream()
                    .filter(a -> type.get(a.type()) && a.concrete() != null && comparison.holds(a.concrete()))
                    .count());
        }
    }

    /** Attributes that hold together in so many groups. */
    record Group(Cardinality cardinality, Refinement attributes) implements Refinement {
        @Override
        public Test in(Substrate substrate) {
            Test test = attributes.in(substrate);
            return (concept, all) ->
                    cardinality.holds(all.stream().collect(Collectors.groupingBy(Attribute::group)).values().stream()
                            .filter(group -> test.accepts(concept, group))
                            .count());
        }
    }

    /** All of some, with AND or a comma. */
    record All(List<Refinement> parts) implements Refinement {
        @Override
        public Test in(Substrate substrate) {
            List<Test> tests = parts.stream().map(p -> p.in(substrate)).toList();
            return (concept, attributes) -> tests.stream().allMatch(t -> t.accepts(concept, attributes));
        }
    }

    /** Any of some, with OR. */
    record Either(List<Refinement> parts) implements Refinement {
        @Override
        public Test in(Substrate substrate) {
            List<Test> tests = parts.stream().map(p -> p.in(substrate)).toList();
            return (concept, attributes) -> tests.stream().anyMatch(t -> t.accepts(concept, attributes));
        }
    }
}
