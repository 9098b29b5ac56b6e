package org.w3id.materia.search.value;

import java.util.List;
import java.util.regex.Pattern;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.search.text.ContentWords;
import org.w3id.materia.store.Criterion;

/**
 * The values of {@code _text} and {@code _content}: words, of which each must be there. FHIR leaves it to the server what more it reads
 * (R4, 3.1.1.4.15): phrases and operators are refused, because taken as words they would ask something else.
 */
public final class WordsValue implements ValueParser {
    private static final Pattern OPERATORS = Pattern.compile("[\"*~^]|(^|\\s)(AND|OR|NOT|NEAR)(\\s|$)|(^|\\s)[-+!]\\S");

    private final String parameter;

    public WordsValue(String parameter, String modifier) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter, modifier, ":missing");
        }
        this.parameter = parameter;
    }

    /** Whether the parameter's values are of this kind. */
    public static boolean reads(String parameter) {
        return parameter.equals(ContentWords.TEXT) || parameter.equals(ContentWords.CONTENT);
    }

    @Override
    public Criterion.Match parse(String value) {
        String words = EscapedText.unescape(value);
        if (OPERATORS.matcher(words).find()) {
            throw Failure.notSupported("'" + parameter
                    + "' takes words, and finds what has all of them; commas separate alternatives."
                    + " Phrases in quotes, AND, OR, NOT and wildcards are not supported.");
        }
        return parameter.equals(ContentWords.CONTENT)
                ? new Criterion.HasWords(words, List.of(ContentWords.TEXT))
                : new Criterion.HasWords(words);
    }
}
