package org.w3id.materia.safety.asked;

/** Which of the medicines are asked about; the others are what they are held against. */
public enum Scope {
    /** Each of them, and every two. */
    EVERYTHING,
    /** Those that are being ordered, and each of them with every other. */
    NEW_ONES,
    /** Each of them with the patient, without its doses, and no two with each other. */
    EACH_ALONE;

    /** Whether what is stated of that medicine and the patient is asked for. */
    public boolean hasAlone(ListedMedicine medicine) {
        return this != NEW_ONES || medicine.isNew();
    }

    /** Whether what is stated of the two together is asked for. */
    public boolean hasPair(ListedMedicine first, ListedMedicine second) {
        return this == EVERYTHING || this == NEW_ONES && (first.isNew() || second.isNew());
    }

    /** Whether it is asked how much is to be taken. */
    public boolean hasDoses() {
        return this != EACH_ALONE;
    }
}
