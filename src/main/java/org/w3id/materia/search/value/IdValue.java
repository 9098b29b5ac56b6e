package org.w3id.materia.search.value;

import java.util.regex.Pattern;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.Criterion;

/** The value of {@code _id}: a logical id. */
public final class IdValue implements ValueParser {
    /** FHIR R4, datatypes, {@code id}. */
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    public IdValue(String modifier) {
        if (!modifier.isEmpty() && !modifier.equals("not")) {
            throw Modifiers.refused("_id", modifier, ":not");
        }
    }

    static boolean isLegal(String id) {
        return LEGAL.matcher(id).matches();
    }

    @Override
    public Criterion.Match parse(String value) {
        if (!isLegal(value)) {
            throw Failure.invalid(
                    "'" + value + "' is not an id: one has up to 64 letters, digits, hyphens and full stops.");
        }
        return new Criterion.IdIs(value);
    }
}
