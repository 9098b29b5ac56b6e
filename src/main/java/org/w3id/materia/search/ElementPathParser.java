package org.w3id.materia.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;

/**
 * Reads the part of FHIRPath that search parameters are written in:
 *
 * <pre>
 * expression  := alternative ('|' alternative)*
 * alternative := Type step* | '(' Type step* ' as ' Type ')' step*
 * step        := '.' name | '.as(' Type ')' | '.ofType(' Type ')'
 * </pre>
 */
final class ElementPathParser {
    private static final Pattern NAME = Pattern.compile("\\G[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> ANY_RESOURCE = Set.of("Resource", "DomainResource");

    private final String type;
    private final String text;
    private int at;

    ElementPathParser(String type, String expression) {
        this.type = type;
        this.text = expression;
    }

    /** The steps of each alternative that begins at the type. */
    List<List<ElementPath.Step>> alternatives() {
        List<List<ElementPath.Step>> all = new ArrayList<>();
        do {
            List<ElementPath.Step> steps = new ArrayList<>();
            if (alternative(steps)) {
                all.add(List.copyOf(steps));
            }
        } while (next("|"));
        if (at < text.length()) {
            throw unreadable();
        }
        return all;
    }

    private boolean alternative(List<ElementPath.Step> steps) {
        boolean cast = next("(");
        String root = name();
        steps(steps);
        if (cast) {
            expect("as ");
            steps.add(ofType(name()));
            expect(")");
            steps(steps);
        }
        return root.equals(type) || ANY_RESOURCE.contains(root);
    }

    private void steps(List<ElementPath.Step> steps) {
        while (next(".")) {
            String name = name();
            if (!next("(")) {
                steps.add(child(name));
            } else if (name.equals("as") || name.equals("ofType")) {
                steps.add(ofType(name()));
                expect(")");
            } else {
                throw unreadable();
            }
        }
    }

    private static ElementPath.Step child(String name) {
        int hash = name.hashCode();
        return (element, into) -> {
            for (Base child : element.getProperty(hash, name, true)) {
                if (child != null) {
                    into.add(child);
                }
            }
        };
    }

    private static ElementPath.Step ofType(String name) {
        return (element, into) -> {
            if (element.fhirType().equals(name)) {
                into.add(element);
            }
        };
    }

    private String name() {
        blanks();
        Matcher m = NAME.matcher(text);
        if (!m.find(at)) {
            throw unreadable();
        }
        at = m.end();
        return m.group();
    }

    private boolean next(String token) {
        blanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!next(token)) {
            throw unreadable();
        }
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("cannot read the search expression '" + text + "' from offset " + at);
    }
}
