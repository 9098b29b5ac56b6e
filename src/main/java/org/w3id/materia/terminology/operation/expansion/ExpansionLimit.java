package org.w3id.materia.terminology.operation.expansion;

/**
 * How much an expansion may hold.
 *
 * @param codes at most, where no page is asked for
 * @param page that is asked for; one with an end makes any size bearable
 */
public record ExpansionLimit(int codes, ExpansionPage page) {
    /** Of one code system at most, to be combined with others. */
    static final int GATHERED = 100_000;

    private static final int OF_IMPORT = 100_000;

    boolean isPaged() {
        return page.isBounded();
    }

    /** A value set that another refers to is not sent, so it may be larger. */
    ExpansionLimit ofImport() {
        return new ExpansionLimit(OF_IMPORT, ExpansionPage.WHOLE);
    }
}
