package org.w3id.materia.store.lucene.concept;

import org.apache.lucene.util.BytesRef;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Sha;

/** The fields of a concept's document. Concepts are referred to by their numbers. */
final class ConceptFields {
    /** {@link ConceptRecord}, as doc value. */
    static final String RECORD = "record";

    /** Numbers of the parents in order, as doc value; absent where there is none. */
    static final String PARENTS = "parents";

    /** The code, as term. */
    static final String CODE = "code";

    /** The code in lower case, as term. */
    static final String FOLDED_CODE = "folded-code";

    /** Each parent. */
    static final String PARENT = "parent";

    /** The concept itself, and each ancestor at any distance. */
    static final String ANCESTOR = "ancestor";

    /** Property and value, as {@link #valued}; and {@link #present} for each property. */
    static final String PROPERTY = "property";

    /** As {@link #PROPERTY}, of what every concept has: display, definition, inactive. */
    static final String FRAME = "frame";

    /** The words of names and code, in lower case. */
    static final String WORD = "word";

    /** The first letters of each word, as many as are typed first. */
    static final String BEGINNING = "beginning";

    /** {@link #ROOT}, {@link #LEAF}, {@link #INACTIVE}, {@link #ABSTRACT}. */
    static final String FLAG = "flag";

    /** Each kind of phrase that the concept may code. */
    static final String KIND = "kind";

    /** Each concept of another code system that it refers to, as {@link #reference}. */
    static final String REFERENCE = "reference";

    static final String ROOT = "root";
    static final String LEAF = "leaf";
    static final String INACTIVE = "inactive";
    static final String ABSTRACT = "abstract";

    /** Longest {@link #BEGINNING} in letters. */
    static final int LONGEST_BEGINNING = 3;

    /** Words are cut to so many letters. */
    static final int LONGEST_WORD = 100;

    private static final int LONGEST_VALUE = 200;
    private static final char HAS = 0;
    private static final char LONG = 1;
    private static final char VALUE = 2;
    private static final char HASHED = 3;

    private ConceptFields() {}

    /** A concept's number as a term; numbers that are near each other are near in the index. */
    static BytesRef number(int number) {
        return new BytesRef(
                new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number});
    }

    static BytesRef reference(ConceptKey other) {
        return new BytesRef(other.system() + HAS + other.code());
    }

    static BytesRef present(String property) {
        return new BytesRef(property + HAS);
    }

    /** There is a value of the property that is too long to be a term; its {@link #valued} is a hash. */
    static BytesRef longValued(String property) {
        return new BytesRef(property + LONG);
    }

    static boolean isLong(String value) {
        return value.length() > LONGEST_VALUE;
    }

    static BytesRef valued(String property, String value) {
        return new BytesRef(isLong(value) ? property + HASHED + hash(value) : property + VALUE + value);
    }

    /** What all {@link #valued} terms of a property begin with, but for the hashes. */
    static BytesRef beforeValues(String property) {
        return new BytesRef(property + VALUE);
    }

    /** The first letters of a word. */
    static String cut(String word, int letters) {
        return word.codePointCount(0, word.length()) <= letters
                ? word
                : word.substring(0, word.offsetByCodePoints(0, letters));
    }

    private static String hash(String value) {
        return Sha.hex256(value);
    }
}
