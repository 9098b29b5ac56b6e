package org.w3id.materia.terminology.operation;

/**
 * How much an expansion may hold.
 *
 * @param codes at most, where no page is asked for
 * @param isPaged whether a page is asked for, which makes any size bearable
 */
record ExpansionLimit(int codes, boolean isPaged) {
    /** Of one code system at most, to be combined with others. */
    static final int GATHERED = 100_000;

    private static final int OF_IMPORT = 100_000;

    /** A value set that another refers to is not sent, so it may be larger. */
    ExpansionLimit ofImport() {
        return new ExpansionLimit(OF_IMPORT, false);
    }
}
