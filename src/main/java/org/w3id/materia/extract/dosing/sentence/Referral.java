package org.w3id.materia.extract.dosing.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;

/**
 * What a sentence says that states no amount but whose dose it is: "for children over 40 kg the dosage is the same as for adults".
 *
 * @param whose the patients whose dose it is
 * @param groups the patients that it is for, as the sentence names them
 * @param indications the conditions that it is for
 * @param conditions verbatim what it depends on
 */
public record Referral(Population whose, List<PatientGroup> groups, List<String> indications, List<String> conditions) {
    /** Words of a sentence that gives a part of the other dose, or tells how it differs. */
    private static final Phrases<Boolean> DIFFERENT = Phrases.words("""
        half | third | quarter | lower | reduced | smaller | less | fraction | weight | higher | larger | starting |
        maximum | minimum | similar | roughly | percent\
        """);

    public Referral {
        groups = List.copyOf(groups);
        indications = List.copyOf(indications);
        conditions = List.copyOf(conditions);
    }

    /** The referral of a sentence that was read whole; a sentence with an amount, a rhythm or a word that is not known has none. */
    static Optional<Referral> of(Tokens tokens, Mentions mentions) {
        Optional<Population> whose = Optional.empty();
        List<PatientGroup> groups = new ArrayList<>();
        List<String> indications = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (Reading<Mention> reading : mentions.all()) {
            Mention m = reading.value();
            String words = tokens.text(reading.from(), reading.to());
            if (m instanceof Mention.OfReference reference && whose.isEmpty()) {
                whose = Optional.of(reference.whose());
            } else if (m instanceof Mention.OfGroup group) {
                groups.add(group.group());
            } else if (m instanceof Mention.OfIndication indication) {
                indications.add(indication.words());
            } else if (m instanceof Mention.OfName name && name.isDisease()) {
                indications.add(words);
            } else if (m instanceof Mention.OfCondition) {
                conditions.add(words);
            } else if (!isLight(m)) {
                return Optional.empty();
            }
        }
        return tokens.any(DIFFERENT)
                ? Optional.empty()
                : whose.map(w -> new Referral(w, groups, indications, conditions));
    }

    private static boolean isLight(Mention m) {
        return m instanceof Mention.OfInert
                || m instanceof Mention.OfJoint
                || m instanceof Mention.OfStage
                || m instanceof Mention.OfName name && name.own();
    }
}
