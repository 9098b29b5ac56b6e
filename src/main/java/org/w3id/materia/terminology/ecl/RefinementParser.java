package org.w3id.materia.terminology.ecl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.terminology.ecl.Refinement.Cardinality;

/** Reads what stands behind the colon: attributes and groups of them, joined by AND (or a comma) or by OR. */
final class RefinementParser {
    private static final List<String> COMPARISONS = List.of("!=", "<=", ">=", "=", "<", ">");
    private static final int DEEPEST = 60;

    private final Cursor cursor;
    private final ConstraintParser constraints;
    private int depth;

    RefinementParser(Cursor cursor, ConstraintParser constraints) {
        this.cursor = cursor;
        this.constraints = constraints;
    }

    /** eclRefinement; within braces eclAttributeSet, which is the same without groups. */
    Refinement refinement() throws UnusableConstraintException {
        if (++depth > DEEPEST) {
            throw cursor.refused("The expression is nested too deeply");
        }
        List<Refinement> parts = new ArrayList<>(List.of(part()));
        boolean either = false;
        for (boolean more = true; more; ) {
            int position = cursor.position();
            boolean and = cursor.take(",") || cursor.takeWord("AND");
            boolean or = !and && cursor.takeWord("OR");
            more = and || or;
            if (more) {
                if (parts.size() > 1 && or != either) {
                    throw new UnusableConstraintException(
                            "AND and OR together need parentheses to say what is meant", position);
                }
                either = or;
                parts.add(part());
            }
        }
        depth--;
        return parts.size() == 1
                ? parts.get(0)
                : either ? new Refinement.Either(List.copyOf(parts)) : new Refinement.All(List.copyOf(parts));
    }

    /**
     * An attribute, a group or a parenthesis. A parenthesis may also begin the name of an attribute, {@code (A OR B) = C}: it is that where
     * a comparison stands behind it.
     */
    private Refinement part() throws UnusableConstraintException {
        Cardinality cardinality = cardinality();
        if (cursor.take("{")) {
            Refinement attributes = refinement();
            cursor.require("}");
            return new Refinement.Group(cardinality, attributes);
        }
        if (cursor.sees("(") && cardinality.equals(Cardinality.SOME) && !cursor.isNameInParentheses()) {
            cursor.require("(");
            Refinement inner = refinement();
            cursor.require(")");
            return inner;
        }
        return attribute(cardinality);
    }

    private Cardinality cardinality() throws UnusableConstraintException {
        if (!cursor.take("[")) {
            return Cardinality.SOME;
        }
        int least = count(cursor.digits());
        cursor.require("..");
        int most = cursor.take("*") ? Integer.MAX_VALUE : count(cursor.digits());
        cursor.require("]");
        return new Cardinality(least, most);
    }

    private int count(String digits) throws UnusableConstraintException {
        if (digits.isEmpty() || digits.length() > 9) {
            throw cursor.refused("A number is expected");
        }
        return Integer.parseInt(digits);
    }

    private Refinement attribute(Cardinality cardinality) throws UnusableConstraintException {
        boolean reverse = cursor.takeWord("R");
        Constraint types = constraints.subExpression();
        String operator = null;
        for (String symbol : COMPARISONS) {
            if (operator == null && cursor.take(symbol)) {
                operator = symbol;
            }
        }
        if (operator == null) {
            throw cursor.refused("A comparison (=, !=, <, <=, >, >=) is expected");
        }
        if (cursor.sees("#") || cursor.sees("\"")) {
            return new Refinement.ConcreteValue(cardinality, types, comparison(operator));
        }
        if (!operator.equals("=") && !operator.equals("!=")) {
            throw cursor.refused("A number (#…) is expected");
        }
        Constraint values = constraints.subExpression();
        if (!reverse) {
            return new Refinement.ConceptValue(cardinality, types, operator.equals("="), values);
        }
        if (operator.equals("!=")) {
            throw cursor.refused("A reversed attribute with != is not supported");
        }
        return new Refinement.ValueOf(cardinality, types, values);
    }

    private Comparison comparison(String operator) throws UnusableConstraintException {
        if (cursor.take("\"")) {
            if (!operator.equals("=") && !operator.equals("!=")) {
                throw cursor.refused("Texts are compared with = or != alone");
            }
            return new Comparison(operator, null, cursor.upTo('"'));
        }
        cursor.require("#");
        String sign = cursor.take("-") ? "-" : "";
        if (sign.isEmpty()) {
            cursor.take("+");
        }
        String whole = cursor.digits();
        if (whole.isEmpty()) {
            throw cursor.refused("A number is expected");
        }
        String fraction = cursor.takeFraction();
        return new Comparison(operator, new BigDecimal(sign + whole + fraction), null);
    }
}
