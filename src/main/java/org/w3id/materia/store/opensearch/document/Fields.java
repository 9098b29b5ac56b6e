package org.w3id.materia.store.opensearch.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The indices' fields, as {@code resources.json}, {@code sources.json} and {@code state.json} map them. The terms of {@link #TOKEN} to
 * {@link #PRESENT} begin with the resource's type and the parameter's code, so that most searches are one look-up in one field.
 */
public final class Fields {
    /** {@code Type/id}; also what a document is routed by, so that one shard knows all of a resource. */
    public static final String KEY = "key";

    public static final String ID = "id";
    public static final String TYPE = "type";

    /** Number of the change that made the version; each greater than all before. */
    public static final String ENTRY = "entry";

    public static final String VERSION = "version";

    /** Name of a {@link org.w3id.materia.store.HistoryEntry.Change}. */
    public static final String CHANGE = "change";

    /** Milliseconds of {@code meta.lastUpdated}, or of the removal. */
    public static final String UPDATED = "updated";

    /** The millisecond from which on another entry holds; {@link #NEVER} where none does. */
    public static final String UNTIL = "until";

    /** The first generation that has the document. */
    public static final String FROM = "from";

    /** The first generation in which something else is what the resource, or source, is; {@link #NEVER} where nothing is. */
    public static final String TO = "to";

    /** The first generation whose history no longer has it; {@link #NEVER} where all have. */
    public static final String GONE = "gone";

    /** The resource as it is sent. */
    public static final String JSON = "json";

    /** What the resource refers to, in its order: parameter, type and id of each. */
    public static final String REFERENCES = "references";

    public static final String TOKEN = "token";
    public static final String TOKEN_CODE = "token-code";
    public static final String TOKEN_SYSTEM = "token-system";
    public static final String REFERENCE = "reference";
    public static final String REFERENCE_ID = "reference-id";
    public static final String URI = "uri";
    public static final String TEXT_EXACT = "text-exact";
    public static final String PRESENT = "present";

    /** Elements of composite parameters: objects with the fields of terms, texts and stretches. */
    public static final String TUPLES = "tuples";

    /** Numbers: objects of {@link #NAME} and {@link #STRETCH}. */
    public static final String QUANTITIES = "quantities";

    /** Type, parameter and unit. */
    public static final String NAME = "name";

    public static final String STRETCH = "stretch";

    public static final String SOURCE = "source";
    public static final String FINGERPRINT = "fingerprint";
    public static final String FINDINGS = "findings";
    public static final String KEYS = "keys";

    public static final long NEVER = Long.MAX_VALUE;

    private Fields() {}

    /** Trigrams of a parameter's folded texts, with positions. */
    public static String trigrams(String parameter) {
        return "trigrams." + name(parameter);
    }

    /** A parameter's words, folded. */
    public static String words(String parameter) {
        return "words." + name(parameter);
    }

    /** A parameter's stretches of time. */
    public static String period(String parameter) {
        return "period." + name(parameter);
    }

    /** What a parameter's values are sorted by. */
    public static String sort(String parameter) {
        return "sort." + name(parameter);
    }

    /** One component of a composite parameter, as a parameter of its own. */
    public static String component(String parameter, int number) {
        return parameter + "$" + number;
    }

    /** The array of a field in a document, which it is given where it has none. */
    static ArrayNode array(ObjectNode document, String field) {
        return document.withArray("/" + field.replace('.', '/'));
    }

    /** A dot would begin an object. */
    private static String name(String parameter) {
        return parameter.replace('.', '$');
    }
}
