package org.w3id.materia.store.lucene.field;

/**
 * The index's fields. A document is a resource (it has {@link #KEY}), what a resource once was ({@link #HISTORY_KEY}), or a source
 * ({@link #SOURCE}). The terms of {@link #TOKEN} to {@link #PRESENT} begin with the resource's type and the parameter's code, so that most searches
 * are one look-up in one field.
 */
public final class IndexFields {
    /** {@code Type/id}: term, and sorted doc value for the order of results. */
    public static final String KEY = "key";

    /** {@link KeyHash} of the key, as doc value: what the table of keys is built from. */
    public static final String KEY_HASH = "key-hash";

    /** Resource type, as term. */
    public static final String TYPE = "type";

    /** A resource's or a source's content, as doc value. */
    public static final String CONTENT = "content";

    /** What the resource refers to, as doc value; absent where the resource refers to nothing. */
    public static final String REFERENCES = "references";

    /** Number of the change that made this version, as doc value; each greater than all before. */
    public static final String ENTRY = "entry";

    /** {@code Type/id} of what a resource once was, as term. */
    public static final String HISTORY_KEY = "history-key";

    /** Its type, as term. */
    public static final String HISTORY_TYPE = "history-type";

    /** Its {@link #ENTRY}, as term. */
    public static final String HISTORY_ENTRY = "history-entry";

    /** From when to when it was what the resource is, as range of milliseconds, both ends included. */
    public static final String LIFETIME = "lifetime";

    /** Type, parameter, system, code. */
    public static final String TOKEN = "token";

    /** Type, parameter, code. */
    public static final String TOKEN_CODE = "token-code";

    /** Type, parameter, system. */
    public static final String TOKEN_SYSTEM = "token-system";

    /** Type, parameter, target's type, target's id. */
    public static final String REFERENCE = "reference";

    /** Type, parameter, target's id. */
    public static final String REFERENCE_ID = "reference-id";

    /** Type, parameter, URI. */
    public static final String URI = "uri";

    /** Type, parameter, text as it stands. */
    public static final String TEXT_EXACT = "text-exact";

    /** Type, parameter: there is a value. */
    public static final String PRESENT = "present";

    /** Id of a source, as term. */
    public static final String SOURCE = "source";

    private IndexFields() {}

    /** Trigrams of a parameter's folded texts, with positions. */
    public static String trigrams(String parameter) {
        return "trigrams." + parameter;
    }

    /** A parameter's words, folded, without positions. */
    public static String words(String parameter) {
        return "words." + parameter;
    }

    /** A parameter's numbers of one unit, as ranges on the {@link org.w3id.materia.store.index.Scale}. */
    public static String quantity(String parameter, String unit) {
        return "quantity." + parameter + "." + unit;
    }

    /** One element of a composite parameter, as a parameter of its own; they are counted from 0. */
    public static String tuple(String parameter, int number) {
        return parameter + "#" + number;
    }

    /** One component of {@link #tuple}, as a parameter of its own. */
    public static String component(String tuple, int number) {
        return tuple + "." + number;
    }

    /** A parameter's stretches of time, as ranges of milliseconds, both ends included. */
    public static String period(String parameter) {
        return "period." + parameter;
    }

    /** What a parameter's values are sorted by, as {@link org.w3id.materia.store.index.SortTerms} makes it: sorted doc values. */
    public static String sort(String parameter) {
        return "sort." + parameter;
    }
}
