package org.w3id.materia.extract.effect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.UndesirableEffect.Frequency;

/**
 * What a text says of effects without naming one.
 *
 * @param frequency the band, where it says one
 * @param serious whether it calls them serious, severe or life-threatening, or bids seek medical help at once
 */
public record Setting(Optional<Frequency> frequency, boolean serious) {
    /** Nothing said. */
    public static final Setting NONE = new Setting(Optional.empty(), false);

    private static final Pattern NOT_SERIOUS = Pattern.compile(
            "\\b(?:not|rarely|non-?|less|never|usually not|isn't|aren't)\\s*(?:serious|severe|dangerous)\\b"
                    + "|\\b(?:mild|moderate)(?:ly)?(?: to|,? or|,? and(?: others)?| side effects to) (?:severe"
                    + "|serious|life-threatening)\\b|\\bseverity\\b"
                    + "|\\b(?:if|are) (?:they are |it is )?severe\\b|\\bsevere or persistent\\b|\\bpersistent or severe\\b");
    private static final Pattern SERIOUS =
            Pattern.compile("\\b(?:serious|severe|life-threatening|fatal|dangerous|death|medical emergency)\\b"
                    + "|\\b(?:immediate|urgent|prompt|emergency)\\s+(?:medical|attention|care|help|consultation"
                    + "|discontinuation)"
                    + "|\\b(?:seek|contact|consult|call|stop|notify|tell)\\b[^.;]*\\b(?:immediately|right away|at once)\\b"
                    + "|\\bimmediately (?:seek|contact|consult|call|stop)\\b|\\bseek medical (?:help|attention|care"
                    + "|advice)\\b"
                    + "|\\bimmediately if you (?:experience|notice|develop)\\b");

    /** What {@code text} says. */
    public static Setting of(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean serious = SERIOUS.matcher(lower).find()
                && SERIOUS.matcher(NOT_SERIOUS.matcher(lower).replaceAll(" ")).find();
        return new Setting(FrequencyReader.of(lower), serious);
    }

    /**
     * This setting inside of a wider one: its own frequency if it has one, but "less frequent" under "rare" stays rare;
     * serious if either is.
     */
    public Setting within(Setting outer) {
        boolean narrower = frequency.equals(Optional.of(Frequency.UNCOMMON))
                && outer.frequency.equals(Optional.of(Frequency.RARE));
        return new Setting(narrower ? outer.frequency : frequency.or(outer::frequency), serious || outer.serious);
    }
}
