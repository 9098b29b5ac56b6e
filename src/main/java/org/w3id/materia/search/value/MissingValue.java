package org.w3id.materia.search.value;

import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion;

/** The value of {@code :missing}: {@code true} or {@code false}. */
public record MissingValue(String parameter) implements ValueParser {
    @Override
    public Criterion.Match parse(String value) {
        return switch (value) {
            case "true" -> new Criterion.Missing(true);
            case "false" -> new Criterion.Missing(false);
            default ->
                throw Failure.invalid("'" + parameter + ":missing' is 'true' or 'false', and not '" + value + "'.");
        };
    }
}
