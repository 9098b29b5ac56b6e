package org.w3id.materia.extract.risk.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;
import org.w3id.materia.language.Lexicon;

/**
 * A state that a warning names for one group of patients alone: "children with viral infections".
 *
 * @param state the words for the state
 */
public record LimitedGroup(PatientGroup group, String state) {
    private static final Lexicon GROUPS = Lexicon.load("extract/risk/groups.txt");
    private static final Pattern WITH = Pattern.compile(
            "^(?<group>[a-z-]+(?: (?:patients|adults|people|individuals|women|infants))?)(?<age> (?:under|over|below|above|aged|younger than|older than)\\b[^,;]*?)? (?:with|who have|having) (?:an? )?(?<state>.+)$");

    /** The group and the state, where a phrase names both. */
    public static Optional<LimitedGroup> of(String phrase) {
        if (!phrase.contains(" with ") && !phrase.contains(" hav")) {
            return Optional.empty();
        }
        Matcher with = WITH.matcher(phrase);
        if (!with.matches()) {
            return Optional.empty();
        }
        String age = with.group("age") == null ? "" : with.group("age");
        return GROUPS.value(with.group("group"))
                .map(code ->
                        PatientGroup.of(Population.valueOf(code.toUpperCase(Locale.ROOT)), with.group("group") + age))
                .map(group -> new LimitedGroup(group, with.group("state")));
    }
}
