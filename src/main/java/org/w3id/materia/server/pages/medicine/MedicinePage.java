package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Map;

/**
 * What the page of a medicine shows.
 *
 * @param id of its MedicationKnowledge
 * @param otherNames synonyms
 * @param given false where the text is about ingredients, and no product
 * @param about ingredients, forms, routes and classes
 * @param warnings contraindications, what is not recommended, cautions
 * @param effects by frequency
 * @param namedBy interactions that other monographs state with it
 * @param text the monograph, with all these facts in it
 * @param version of its MedicationKnowledge
 * @param date of that version, as a day
 */
public record MedicinePage(
        String id,
        String name,
        List<String> otherNames,
        boolean given,
        List<Code> codes,
        List<Fact.Group> about,
        DoseTable doses,
        List<Fact> indications,
        List<Fact.Group> warnings,
        List<Fact> interactions,
        List<Fact.Group> effects,
        List<NamedBy> namedBy,
        List<Fact.MedicineLink> related,
        ReadText text,
        String version,
        String date) {
    /**
     * The text of a monograph.
     *
     * @param places anchors of the sentences that facts begin in, by the facts' ids
     */
    public record ReadText(List<ShownText.Section> sections, Map<String, String> places) {}

    /** An interaction that another monograph states. */
    public record NamedBy(Fact.MedicineLink medicine, Fact interaction) {}
}
