package org.w3id.materia.extract.fact;

/** Routes of administration; the codes of {@code CodeSystem/route}. */
public enum Route {
    ORAL("oral"),
    INTRAVENOUS("intravenous"),
    INTRAMUSCULAR("intramuscular"),
    SUBCUTANEOUS("subcutaneous"),
    TOPICAL("topical"),
    OPHTHALMIC("ophthalmic"),
    OTIC("otic"),
    NASAL("nasal"),
    INHALATION("inhalation"),
    RECTAL("rectal"),
    VAGINAL("vaginal"),
    SUBLINGUAL("sublingual"),
    BUCCAL("buccal"),
    TRANSDERMAL("transdermal"),
    INTRA_ARTICULAR("intra-articular"),
    EPIDURAL("epidural"),
    INTRATHECAL("intrathecal"),
    OTHER("other");

    private final String code;

    Route(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
