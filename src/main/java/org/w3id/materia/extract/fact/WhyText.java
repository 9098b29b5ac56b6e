package org.w3id.materia.extract.fact;

/** Why a sentence about dosing gives no computed dose although no word of it is left over. */
public enum WhyText {
    /** A computed dose, or one that words not understood keep from it. */
    NOTHING(""),
    OTHER_MEDICINE("it stands under words that make it no dose of this medicine"),
    ELSEWHERE("it stands in a part that is not about doses"),
    REFERENCE("it refers to a dose that stands elsewhere"),
    TOO_MANY("it states more doses than one sentence can"),
    NO_DOSE(
            "its amounts are no doses that are given: thresholds, changes, strengths, or amounts without what tells how they are used");

    private final String words;

    WhyText(String words) {
        this.words = words;
    }

    /** A clause that says it to a person. */
    public String words() {
        return words;
    }
}
