package org.w3id.materia.language;

/** What a text says of something that it mentions. */
public enum Polarity {
    /** It says that it is so. */
    STATED,
    /** It says that it is not so: "is not used for", "not effective against". */
    DENIED,
    /** It leaves open whether it is so: "has not been established", "may be studied". */
    HYPOTHETICAL,
    /** It was so once: "was generally contraindicated", "was formerly used". */
    HISTORICAL,
    /** It is so outside of what is approved: "off-label", "investigational". */
    RESTRICTED
}
