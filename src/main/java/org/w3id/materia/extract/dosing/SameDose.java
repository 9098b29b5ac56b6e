package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Population;

/**
 * A sentence that gives some patients the dose that stands beside it for adults: "The dosage for adolescents is the same
 * as for adults."
 */
final class SameDose {
    private static final Phrases<Boolean> REFERENCE = Phrases.words("""
            the same as for adults | the same as in adults | the same as adults |
            the same as that for adults | same as for adults | same as in adults |
            the same as the adult dose | the same as the adult dosage | receive the adult dose |
            receive the adult dosage | receive the same adult dose | same adult dose |
            the same dose as adults | the same dosage as adults | same dose as for adults |
            identical to the adult dose | the same as the adult | receive the same dose as adults |
            the same doses as adults | use the adult dose""");

    private static final Phrases<Boolean> RESERVATIONS = Phrases.words("""
            but | except | not | lower | adjusted | unless | weight | generally lower | half | may""");

    private SameDose() {}

    /** The patients that get the adults' dose; empty where the sentence says no such thing, or not without reserve. */
    static List<PatientGroup> groups(SentenceReader sentence, List<PatientGroup> context) {
        Tokens tokens = sentence.tokens();
        int reference = -1;
        int end = tokens.size();
        for (int t = 0; t < tokens.size(); t++) {
            if (reference < 0 && REFERENCE.at(tokens, t)) {
                reference = t;
            } else if (reference >= 0
                    && t > reference
                    && tokens.is(t, ",", ";", ".")
                    && tokens.is(t + 1, "however", "always")) {
                end = Math.min(end, t);
            }
        }
        if (reference < 0) {
            return List.of();
        }
        for (int t = 0; t < end; t++) {
            if (RESERVATIONS.at(tokens, t)) {
                return List.of();
            }
        }
        if (isLimited(sentence, reference)) {
            return List.of();
        }
        int limit = reference;
        List<PatientGroup> named = sentence.mentions().stream()
                .filter(m -> m.to() <= limit && m.value() instanceof Mention.OfGroup)
                .map(m -> ((Mention.OfGroup) m.value()).group())
                .toList();
        List<PatientGroup> groups = named.isEmpty() ? context : named;
        return groups.stream().anyMatch(SameDose::isAdult) ? List.of() : groups;
    }

    /** "For skin disorders in children the dosage is the same …" refers to some of the doses only; which, is a guess. */
    private static boolean isLimited(SentenceReader sentence, int reference) {
        Tokens tokens = sentence.tokens();
        for (int t = 0; t < tokens.size(); t++) {
            int behind = t + 1;
            boolean patients = tokens.is(behind, "adults", "the", "adult")
                    || sentence.mentions().stream()
                            .anyMatch(m -> m.from() == behind && m.value() instanceof Mention.OfGroup);
            if (tokens.is(t, "for", "in") && !patients && (t < reference || tokens.is(behind, "both", "all", "each"))) {
                return true;
            }
        }
        return false;
    }

    /** Of the statements so far those for adults, or for nobody in particular; for the condition where one is named. */
    static List<DoseStatement> referred(List<DoseStatement> statements, Optional<String> indication) {
        return statements.stream()
                .filter(s -> s.amount().isPresent())
                .filter(s -> s.groups().isEmpty() || s.groups().stream().anyMatch(SameDose::isAdult))
                .filter(s -> indication.isEmpty() || s.indication().equals(indication))
                .toList();
    }

    private static boolean isAdult(PatientGroup group) {
        return group.population().equals(Optional.of(Population.ADULT));
    }
}
