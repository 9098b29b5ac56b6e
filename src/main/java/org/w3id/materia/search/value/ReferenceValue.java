package org.w3id.materia.search.value;

import java.util.List;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.Criterion;

/**
 * Reference values (FHIR R4, 3.1.1.4.12): {@code id}, {@code Type/id}, an absolute URL; {@code :Type} says the type of an
 * id.
 */
public final class ReferenceValue implements ValueParser {
    private final String code;
    private final List<String> targets;
    private final String modifier;
    private final String serverBase;

    /** @param targets types that the parameter can refer to */
    public ReferenceValue(String code, List<String> targets, String modifier, String serverBase) {
        this.code = code;
        this.targets = targets;
        this.modifier = modifier;
        this.serverBase = serverBase.endsWith("/") ? serverBase : serverBase + "/";
        if (!modifier.isEmpty() && !targets.contains(modifier)) {
            throw Modifiers.refused(code, modifier, ":missing, :identifier, " + targets(":"));
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
            throw Failure.invalid("'" + value + "' is not a value for '" + code
                    + "'. It is written 'id', 'Type/id' or as an absolute URL.");
        }
        if (type != null && !targets.contains(type)) {
            throw Failure.invalid("'" + code + "' refers to " + targets("") + ", and not to '" + type + "'.");
        }
        if (type != null && !modifier.isEmpty() && !type.equals(modifier)) {
            throw Failure.invalid("':" + modifier + "' contradicts the type in '" + value + "'.");
        }
        return new Criterion.RefersTo(type != null || modifier.isEmpty() ? type : modifier, id);
    }

    /** Some parameters can refer to anything: past a handful, names would bury the message. */
    private String targets(String prefix) {
        return targets.size() > 5 ? prefix + "any resource type" : prefix + String.join(", " + prefix, targets);
    }
}
