package org.w3id.materia.store.opensearch.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Clauses of OpenSearch's query language (Query DSL). */
public final class Clauses {
    private Clauses() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** {@code {name: value}}. */
    public static ObjectNode object(String name, JsonNode value) {
        return object().set(name, value);
    }

    /** The values in their order, as a JSON array. */
    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** The field has exactly this value, which is not analysed. */
    public static ObjectNode term(String field, String value) {
        return object("term", object().put(field, value));
    }

    /** The field has one of these values; without any, nothing matches. A node takes 65,536 of them. */
    public static ObjectNode terms(String field, Collection<String> values) {
        return object("terms", object(field, strings(values)));
    }

    /** The field has a value that begins so, letters of another case not included. */
    public static ObjectNode prefix(String field, String beginning) {
        return object("prefix", object().put(field, beginning));
    }

    /** One and the same of the objects at {@code path} matches the clause. */
    public static ObjectNode nested(String path, ObjectNode clause) {
        ObjectNode nested = object().put("path", path).put("score_mode", "none");
        return object("nested", nested.set("query", clause));
    }

    /** Whole numbers of {@code field} that {@code relation}, such as {@code gt}, puts on that side of the bound. */
    public static ObjectNode numbers(String field, String relation, long bound) {
        return object("range", object(field, object().put(relation, bound)));
    }

    /** Every clause matches; without any, everything does. */
    public static ObjectNode all(List<ObjectNode> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : bool("filter", clauses);
    }

    /** At least one clause matches; without any, nothing does. */
    public static ObjectNode any(List<ObjectNode> clauses) {
        if (clauses.isEmpty()) {
            return none();
        }
        return clauses.size() == 1 ? clauses.get(0) : bool("should", clauses);
    }

    /** Everything that the clause does not match. */
    public static ObjectNode not(ObjectNode clause) {
        return bool("must_not", List.of(clause));
    }

    /** Every document, each with a score of 1. */
    public static ObjectNode everything() {
        return object("match_all", object());
    }

    /** No document. */
    public static ObjectNode none() {
        return object("match_none", object());
    }

    private static ObjectNode bool(String occur, List<ObjectNode> clauses) {
        return object("bool", object(occur, array().addAll(clauses)));
    }
}
