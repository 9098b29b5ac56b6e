package org.w3id.materia.terminology.ecl;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads expression constraints by the ABNF of ECL 2.2 (chapter 5.1, brief syntax). Not supported, and refused where they stand: filters
 * and history supplements ({@code {{ … }}}), fields of members ({@code ^ [ … ]}), alternate identifiers, and the long syntax.
 */
public final class ConstraintParser {
    private static final int DEEPEST = 60;

    private final Cursor cursor;
    private int depth;

    private ConstraintParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** @throws UnusableConstraintException where the expression is no ECL, or not supported */
    public static Constraint parse(String expression) throws UnusableConstraintException {
        ConstraintParser parser = new ConstraintParser(new Cursor(expression));
        Constraint constraint = parser.expression();
        if (!parser.cursor.isAtEnd()) {
            throw parser.cursor.refused(
                    "An operator (AND, OR, MINUS, ':', '.') or the end of the expression is expected");
        }
        return constraint;
    }

    /** expressionConstraint = refined / compound / dotted / subExpressionConstraint. */
    private Constraint expression() throws UnusableConstraintException {
        Constraint first = subExpression();
        if (cursor.take(":")) {
            return new Constraint.Refined(first, new RefinementParser(cursor, this).refinement());
        }
        if (cursor.sees(".")) {
            Constraint dotted = first;
            while (cursor.take(".")) {
                dotted = new Constraint.Dotted(dotted, subExpression());
            }
            return dotted;
        }
        return compound(first);
    }

    /** Operators of one kind only: with several, only parentheses say what is meant (ECL 2.2, 6.4). */
    private Constraint compound(Constraint first) throws UnusableConstraintException {
        List<Constraint> parts = new ArrayList<>(List.of(first));
        if (cursor.takeWord("MINUS")) {
            Constraint exclusion = new Constraint.Exclusion(first, subExpression());
            refuseOperator();
            return exclusion;
        }
        while (conjunction()) {
            parts.add(subExpression());
        }
        if (parts.size() > 1) {
            refuseOperator();
            return new Constraint.Conjunction(List.copyOf(parts));
        }
        while (cursor.takeWord("OR")) {
            parts.add(subExpression());
        }
        if (parts.size() > 1) {
            refuseOperator();
            return new Constraint.Disjunction(List.copyOf(parts));
        }
        return first;
    }

    private boolean conjunction() throws UnusableConstraintException {
        return cursor.take(",") || cursor.takeWord("AND");
    }

    private void refuseOperator() throws UnusableConstraintException {
        int position = cursor.position();
        if (conjunction() || cursor.takeWord("OR") || cursor.takeWord("MINUS")) {
            throw new UnusableConstraintException(
                    "Different operators, or MINUS twice, need parentheses to say what is meant", position);
        }
    }

    /** subExpressionConstraint = [constraintOperator] [memberOf] (eclFocusConcept / "(" expressionConstraint ")"). */
    Constraint subExpression() throws UnusableConstraintException {
        if (++depth > DEEPEST) {
            throw cursor.refused("The expression is nested too deeply");
        }
        Constraint constraint = operated();
        if (cursor.sees("{{")) {
            throw cursor.refused("Filters and history supplements are not supported");
        }
        depth--;
        return constraint;
    }

    private Constraint operated() throws UnusableConstraintException {
        for (HierarchyOperator operator : HierarchyOperator.values()) {
            if (cursor.take(operator.symbol())) {
                return new Constraint.Related(operator, member());
            }
        }
        return member();
    }

    private Constraint member() throws UnusableConstraintException {
        if (!cursor.take("^")) {
            return focus();
        }
        if (cursor.sees("[")) {
            throw cursor.refused("Fields of reference set members are not supported");
        }
        return new Constraint.MemberOf(focus());
    }

    private Constraint focus() throws UnusableConstraintException {
        if (cursor.take("(")) {
            Constraint inner = expression();
            cursor.require(")");
            return inner;
        }
        if (cursor.take("*")) {
            return new Constraint.Any();
        }
        int start = cursor.position();
        String code = cursor.digits();
        if (code.length() < 6 || code.length() > 18 || code.startsWith("0")) {
            throw new UnusableConstraintException(
                    "A concept identifier (6 to 18 digits), '*' or '(' is expected", start);
        }
        if (cursor.take("|")) {
            cursor.upTo('|');
        }
        return new Constraint.Concept(code);
    }
}
