package org.w3id.materia.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.fhir.conformance.Canonical;

/** JSON in lines, cut into what has a colour or leads to another resource. */
final class JsonTokens {
    private static final Pattern RESOURCE = Pattern.compile("[A-Z][A-Za-z]{2,40}/[A-Za-z0-9.-]{1,64}");
    private static final String INDENT = "  ";

    private final String root;
    private final List<Token> tokens = new ArrayList<>();

    /**
     * A piece of the text.
     *
     * @param kind {@code k} for the name of an element, {@code n} for a number or boolean, else empty
     * @param link where it leads; empty for nowhere
     */
    public record Token(String text, String kind, String link) {}

    /** @param root where the pages begin, from the page that shows the JSON */
    JsonTokens(String root) {
        this.root = root;
    }

    static List<Token> plain(String text) {
        return List.of(new Token(text, "", ""));
    }

    /** The tokens of a node; one object for each. */
    List<Token> of(JsonNode node) {
        add(node, "");
        return tokens;
    }

    private void add(JsonNode node, String indent) {
        if (node.isObject() && !node.isEmpty()) {
            addObject(node, indent);
        } else if (node.isArray() && !node.isEmpty()) {
            add("[", "");
            String separator = "\n";
            for (JsonNode item : node) {
                add(separator + indent + INDENT, "");
                add(item, indent + INDENT);
                separator = ",\n";
            }
            add("\n" + indent + "]", "");
        } else {
            tokens.add(new Token(node.toString(), node.isNumber() || node.isBoolean() ? "n" : "", link(node.asText())));
        }
    }

    private void addObject(JsonNode node, String indent) {
        add("{", "");
        String separator = "\n";
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            add(separator + indent + INDENT, "");
            add('"' + field.getKey() + '"', "k");
            add(": ", "");
            add(field.getValue(), indent + INDENT);
            separator = ",\n";
        }
        add("\n" + indent + "}", "");
    }

    private void add(String text, String kind) {
        tokens.add(new Token(text, kind, ""));
    }

    /** References and canonical URLs of our own lead to what they name. */
    private String link(String value) {
        String path = value.startsWith(Canonical.BASE + "/") ? value.substring(Canonical.BASE.length() + 1) : value;
        Matcher resource = RESOURCE.matcher(path);
        return resource.matches() ? root + "fhir/" + path : "";
    }
}
