package org.w3id.materia.monograph;

/** The sections that a monograph is made of; what fits none of them is {@link #OTHER}. */
public enum SectionKind {
    GENERIC_NAME("generic-name"),
    USAGE("usage"),
    DOSAGE("dosage"),
    SIDE_EFFECTS("side-effects"),
    HOW_IT_WORKS("how-it-works"),
    PRECAUTIONS("precautions"),
    FAQS("faqs"),
    /** Text before the first heading, disclaimers, and headings that name no known section. */
    OTHER("other");

    private final String code;

    SectionKind(String code) {
        this.code = code;
    }

    /** The code in {@code CodeSystem/section}, as used by the evidence extension. */
    public String code() {
        return code;
    }
}
