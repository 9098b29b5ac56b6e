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

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** {@code {name: value}}. */
    public static ObjectNode object(String name, JsonNode value) {
        return object().set(name, value);
    }

    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    public static ObjectNode term(String field, String value) {
        return object("term", object().put(field, value));
    }

    public static ObjectNode terms(String field, Collection<String> values) {
        return object("terms", object(field, strings(values)));
    }

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

    public static ObjectNode all(List<ObjectNode> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : bool("filter", clauses);
    }

    public static ObjectNode any(List<ObjectNode> clauses) {
        if (clauses.isEmpty()) {
            return none();
        }
        return clauses.size() == 1 ? clauses.get(0) : bool("should", clauses);
    }

    public static ObjectNode not(ObjectNode clause) {
        return bool("must_not", List.of(clause));
    }

    public static ObjectNode everything() {
        return object("match_all", object());
    }

    public static ObjectNode none() {
        return object("match_none", object());
    }

    private static ObjectNode bool(String occur, List<ObjectNode> clauses) {
        return object("bool", object(occur, array().addAll(clauses)));
    }
}
