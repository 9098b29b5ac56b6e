package org.w3id.materia.terminology.ecl;

import java.util.BitSet;
import java.util.List;

/** An expression constraint: a set of concepts, once there is a substrate (ECL 2.2, chapter 6). */
public interface Constraint {
    /** The concepts that the constraint stands for. */
    BitSet in(Substrate substrate);

    /** One concept. */
    record Concept(String code) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            return substrate.concept(code);
        }
    }

    /** {@code *}: every concept. */
    record Any() implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            return substrate.all();
        }
    }

    /** {@code <} and its kin: those that stand in a relation to others. */
    record Related(HierarchyOperator operator, Constraint to) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            return operator.of(to.in(substrate), substrate);
        }
    }

    /** {@code ^}: the members of reference sets. */
    record MemberOf(Constraint referenceSets) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            return substrate.members(referenceSets.in(substrate));
        }
    }

    /** AND. */
    record Conjunction(List<Constraint> parts) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            BitSet common = parts.get(0).in(substrate);
            for (Constraint part : parts.subList(1, parts.size())) {
                common.and(part.in(substrate));
            }
            return common;
        }
    }

    /** OR. */
    record Disjunction(List<Constraint> parts) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            BitSet either = new BitSet();
            parts.forEach(p -> either.or(p.in(substrate)));
            return either;
        }
    }

    /** MINUS. */
    record Exclusion(Constraint from, Constraint without) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            BitSet left = from.in(substrate);
            left.andNot(without.in(substrate));
            return left;
        }
    }

    /** {@code :}: those whose attributes are as said. */
    record Refined(Constraint focus, Refinement refinement) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            Refinement.Test test = refinement.in(substrate);
            BitSet refined = focus.in(substrate);
            for (int c = refined.nextSetBit(0); c >= 0; c = refined.nextSetBit(c + 1)) {
                if (!test.accepts(c, substrate.attributes(c))) {
                    refined.clear(c);
                }
            }
            return refined;
        }
    }

    /** {@code .}: the values of attributes of others. */
    record Dotted(Constraint sources, Constraint types) implements Constraint {
        @Override
        public BitSet in(Substrate substrate) {
            BitSet wanted = types.in(substrate);
            BitSet values = new BitSet();
            sources.in(substrate).stream().forEach(c -> substrate.attributes(c).stream()
                    .filter(a -> wanted.get(a.type()) && a.value() >= 0)
                    .forEach(a -> values.set(a.value())));
            return values;
        }
    }
}
