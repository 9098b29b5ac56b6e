package org.w3id.materia.search;

import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion;

/**
 * Reference values (FHIR R4, 3.1.1.4.12): {@code id}, {@code Type/id}, an absolute URL; {@code :Type} says the type of an
 * id.
 */
final class ReferenceValue implements ValueParser {
    private final SearchDefinition parameter;
    private final String modifier;
    private final String serverBase;

    ReferenceValue(SearchDefinition parameter, String modifier, String serverBase) {
        this.parameter = parameter;
        this.modifier = modifier;
        this.serverBase = serverBase.endsWith("/") ? serverBase : serverBase + "/";
        if (!modifier.isEmpty() && !parameter.targets().contains(modifier)) {
            throw Modifiers.refused(parameter.code(), modifier, ":missing, " + targets(":"));
        }
    }

    @Override
    public Criterion.Match parse(String escaped) {
        String value = EscapedText.unescape(escaped);
        String relative = value.startsWith(serverBase) ? value.substring(serverBase.length()) : value;
        if (relative.contains("://") || relative.startsWith("urn:")) {
            return new Criterion.UriIs(value);
        }
        int slash = relative.indexOf('/');
        String type = slash < 0 ? null : relative.substring(0, slash);
        String id = relative.substring(slash + 1);
        if (!IdValue.isLegal(id)) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter.code()
                    + "'. It is written 'id', 'Type/id' or as an absolute URL.");
        }
        if (type != null && !parameter.targets().contains(type)) {
            throw Failure.invalid(
                    "'" + parameter.code() + "' refers to " + targets("") + ", and not to '" + type + "'.");
        }
        if (type != null && !modifier.isEmpty() && !type.equals(modifier)) {
            throw Failure.invalid("':" + modifier + "' contradicts the type in '" + value + "'.");
        }
        return new Criterion.RefersTo(type != null || modifier.isEmpty() ? type : modifier, id);
    }

    /** Some parameters can refer to anything: past a handful, names would bury the message. */
    private String targets(String prefix) {
        return parameter.targets().size() > 5
                ? prefix + "any resource type"
                : prefix + String.join(", " + prefix, parameter.targets());
    }
}
