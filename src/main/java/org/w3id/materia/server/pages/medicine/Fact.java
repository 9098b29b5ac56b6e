package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.stated.MedicineResources;
import org.w3id.materia.safety.stated.StatedEvidence;

/**
 * A fact as a page shows it.
 *
 * @param id its FHIR id, which is its anchor on the page
 * @param alsoKnownAs ids of resources that state the same, which are anchors as well
 * @param text in the text's own words
 * @param notes what is stated beside it, such as an effect or what to do
 * @param codes it has
 * @param medicines those of this server that it is about
 * @param evidence where it is stated
 */
public record Fact(
        String id,
        List<String> alsoKnownAs,
        String text,
        List<Note> notes,
        List<Code> codes,
        List<MedicineLink> medicines,
        Optional<StatedEvidence> evidence) {
    public Fact {
        alsoKnownAs = List.copyOf(alsoKnownAs);
        notes = List.copyOf(notes);
        codes = List.copyOf(codes);
        medicines = List.copyOf(medicines);
    }

    /** Something that is stated beside a fact. */
    public record Note(String name, String text) {}

    /** A medicine that has a page here. */
    public record MedicineLink(String id, String name) {
        /** Empty where there is none of that id; its name is the id where it is called by no other. */
        static Optional<MedicineLink> to(String id, String name, MedicineResources resources) {
            return resources.hasMedicine(id)
                    ? Optional.of(new MedicineLink(id, name == null ? id : name))
                    : Optional.empty();
        }
    }

    /** Facts of one kind under their title. */
    public record Group(String id, String title, List<Fact> facts) {
        public Group {
            facts = List.copyOf(facts);
        }
    }
}
