package org.w3id.materia.terminology.ecl;

import java.util.BitSet;
import java.util.List;

/**
 * The concepts that constraints choose from: active concepts, each with a number from 0 on. Sets that are given are the caller's own, to keep or change.
 */
public interface Substrate {
    /** All active concepts. */
    BitSet all();

    /** The concept of a code; empty where there is none, or it is inactive. */
    BitSet concept(String code);

    /** Those one step below any of these. */
    BitSet children(BitSet concepts);

    /** Those one step above any of these. */
    BitSet parents(BitSet concepts);

    /** Those at any distance below any of these. */
    BitSet descendants(BitSet concepts);

    /** Those at any distance above any of these. */
    BitSet ancestors(BitSet concepts);

    /** The members of any of these reference sets. */
    BitSet members(BitSet referenceSets);

    /** The attributes of a concept, without is-a. */
    List<Attribute> attributes(int concept);

    /**
     * An attribute relationship of a concept.
     *
     * @param group attributes of the same number hold together; those that are in no group have numbers of their own
     * @param type concept of the attribute
     * @param value concept; negative where the value is concrete or not in the substrate
     * @param concrete number or text; null where the value is a concept
     */
    record Attribute(int group, int type, int value, String concrete) {}
}
