package org.w3id.materia.language;

/** What a name names, as far as the shipped tables tell. A name may be of several kinds. */
public enum NameKind {
    /** A medicinal substance: an ingredient of RxNorm, a product of SNOMED CT, or a word with a stem of WHO's list. */
    DRUG,
    /** A class of drugs: "ACE inhibitors", "antibiotics". */
    DRUG_CLASS,
    /** A disorder. */
    DISEASE,
    /** A symptom, sign or other finding. */
    FINDING,
    /** What is done to a patient: an operation, an examination, a regime. */
    PROCEDURE,
    ORGANISM,
    BODY_SITE,
    /** What is eaten or drunk. */
    FOOD,
    /** What is measured or watched: "blood pressure". */
    MEASURE,
    /** A substance that is no medicine by itself. */
    SUBSTANCE
}
