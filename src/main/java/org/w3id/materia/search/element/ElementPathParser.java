package org.w3id.materia.search.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/**
 * Reads the part of FHIRPath that search parameters are written in:
 *
 * <pre>
 * expression  := alternative ('|' alternative)*
 * alternative := Type step* | '(' Type step* ' as ' Type ')' step* | name step*
 * step        := '.' name | '.as(' Type ')' | '.ofType(' Type ')' | '.extension(' string ')' | '.where(' test ')'
 * test        := condition (' or ' condition)*
 * condition   := 'resolve() is ' Type | name step* ' = ' string | 'extension(' string ')' step* ' = ' string
 * </pre>
 *
 * <p>What begins with a name in lower case is evaluated from the element that is given, and not from a resource of a type.
 */
final class ElementPathParser {
    private static final Pattern NAME = Pattern.compile("\\G[A-Za-z][A-Za-z0-9]*");
    private static final Pattern STRING = Pattern.compile("\\G'([^'\\\\]*)'");
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
        boolean relative = Character.isLowerCase(root.charAt(0));
        if (relative) {
            step(root, steps);
        }
        steps(steps);
        if (cast) {
            expect("as ");
            steps.add(ofType(name()));
            expect(")");
            steps(steps);
        }
        return relative || root.equals(type) || ANY_RESOURCE.contains(root);
    }

    private void steps(List<ElementPath.Step> steps) {
        while (next(".")) {
            step(name(), steps);
        }
    }

    private void step(String name, List<ElementPath.Step> steps) {
        if (!next("(")) {
            steps.add(child(name));
            return;
        }
        switch (name) {
            case "as", "ofType" -> steps.add(ofType(name()));
            case "extension" -> {
                steps.add(child("extension"));
                steps.add(where(urlIs(string())));
            }
            case "where" -> steps.add(where(test()));
            default -> throw unreadable();
        }
        expect(")");
    }

    private Predicate<Base> test() {
        Predicate<Base> test = condition();
        while (next("or ")) {
            test = test.or(condition());
        }
        return test;
    }

    private Predicate<Base> condition() {
        String first = name();
        if (first.equals("resolve")) {
            expect("() is ");
            return refersTo(name());
        }
        List<ElementPath.Step> path = new ArrayList<>();
        step(first, path);
        steps(path);
        expect("=");
        String wanted = string();
        ElementPath values = new ElementPath(List.of(List.copyOf(path)));
        return element -> values.evaluate(element).stream().anyMatch(v -> wanted.equals(v.primitiveValue()));
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
        return where(element -> element.fhirType().equals(name));
    }

    private static ElementPath.Step where(Predicate<Base> test) {
        return (element, into) -> {
            if (test.test(element)) {
                into.add(element);
            }
        };
    }

    private static Predicate<Base> urlIs(String url) {
        return element -> element instanceof Extension e && url.equals(e.getUrl());
    }

    /** By what the reference says: nothing is fetched. */
    private static Predicate<Base> refersTo(String name) {
        return element -> element instanceof Reference reference
                && name.equals(reference.getReferenceElement().getResourceType());
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

    private String string() {
        blanks();
        Matcher m = STRING.matcher(text);
        if (!m.find(at)) {
            throw unreadable();
        }
        at = m.end();
        return m.group(1);
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
