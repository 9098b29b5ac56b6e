package org.w3id.materia.extract.fact;

/** Whom a statement is about; the codes of {@code CodeSystem/population}. */
public enum Population {
    ADULT("adult"),
    CHILD("child"),
    INFANT("infant"),
    NEONATE("neonate"),
    ADOLESCENT("adolescent"),
    ELDERLY("elderly"),
    RENAL("renal"),
    HEPATIC("hepatic"),
    PREGNANCY("pregnancy");

    private final String code;

    Population(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
