package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Map;

/**
 * What the page of a medicine shows.
 *
 * @param text the monograph, with all these facts in it
 */
public record MedicinePage(Medicine medicine, Version version, Facts facts, ReadText text) {
    /**
     * Which medicine it is.
     *
     * @param id of its MedicationKnowledge
     * @param otherNames synonyms
     * @param given false where the text is about ingredients, and no product
     */
    public record Medicine(String id, String name, List<String> otherNames, boolean given) {}

    /**
     * Which version of its MedicationKnowledge is shown.
     *
     * @param date as a day
     */
    public record Version(String id, String date) {}

    /** What its monograph states. */
    public record Facts(Product product, Uses uses, Risks risks) {}

    /**
     * The medicine itself.
     *
     * @param about ingredients, forms, routes and classes
     * @param related other medicines of the same ingredients
     */
    public record Product(List<Code> codes, List<Fact.Group> about, List<Fact.MedicineLink> related) {}

    /** What it is for, and how much of it. */
    public record Uses(List<Fact> indications, DoseTable doses) {}

    /**
     * What speaks against it, and what it does beside its purpose.
     *
     * @param warnings contraindications, what is not recommended, cautions
     * @param namedBy interactions that other monographs state with it
     * @param effects by frequency
     */
    public record Risks(
            List<Fact.Group> warnings, List<Fact> interactions, List<NamedBy> namedBy, List<Fact.Group> effects) {}

    /**
     * The text of a monograph.
     *
     * @param places anchors of the sentences that facts begin in, by the facts' ids
     */
    public record ReadText(List<ShownText.Section> sections, Map<String, String> places) {}

    /** An interaction that another monograph states. */
    public record NamedBy(Fact.MedicineLink medicine, Fact interaction) {}
}
