package org.w3id.materia.extract.risk.name;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.RiskKind;

/**
 * What a phrase names that can make a use unsafe.
 *
 * @param text the shortest noun phrase, lower case
 * @param kind what sort of thing it is
 */
public record RiskName(String text, RiskKind kind) {
    private static final String PERSONS =
            "(?:patients?|individuals?|people|persons?|women|woman|men|mothers?|females?|those|anyone|adults|users?|someone|subjects|you|populations?|patient)";
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:in|by|for|during|while|with|of|on|if|when|the|any|my|your|their|other|those|these|all|some|known|documented|pre-?existing|existing|underlying|prior|confirmed|such"
                    + " as|or|and|who|have|has|had|having|a|an|are|is|you|you're|either|both|experienced|use|using|also|therefore|only|considered|causing|developing|certain"
                    + " medical conditions|including|especially|patient|caution in)\\s+|(?:adult |elderly"
                    + " |pregnant )?" + PERSONS
                    + "\\s+(?:(?:with|who have|who has|having|who had|who suffer from|suffering from|who"
                    + " experience|experiencing|who are|that have|at risk of|at risk for|prone to|predisposed"
                    + " to|undergoing|with a|taking)\\s+|(?=allergic to |hypersensitive to ))(?:had\\s+)?)");
    private static final List<Rewording> REWORDINGS = List.of(
            new Rewording("^allergic to ", "allergy to "),
            new Rewording("^(hyper)?sensitive to ", "$1sensitivity to "),
            new Rewording("^allergic$", ""),
            new Rewording("^constipated$", "constipation"),
            new Rewording("^dehydrated$", "dehydration"),
            new Rewording("^obese$", "obesity"),
            new Rewording("^smoke$", "smoking"),
            new Rewording("^impair ", "impaired "),
            new Rewording(
                    "^((?:\\w+ )*)impairment (?:in|of) (?:both )?(liver|kidney|renal|hepatic) function$",
                    "$1$2 impairment"),
            new Rewording("^diabetic$", "diabetes"),
            new Rewording("(?<=\\w) either$", ""),
            new Rewording("^concurrently using ", "concurrent use of "),
            new Rewording(
                    "(?<=(?:allergy|allergies|sensitivity|reactions) to )(?:either|both)"
                            + " (?!component|ingredient|drug|medic|agent|of )",
                    ""),
            new Rewording(
                    "^suspect(?:ing)? (?:that )?(?:they|you)(?: (?:may|might) be(?: pregnant)?)?$",
                    "suspected pregnancy"));

    /** A form of words for a state, and the noun for it. */
    private record Rewording(Pattern words, String noun) {
        Rewording(String words, String noun) {
            this(Pattern.compile(words), noun);
        }
    }

    /** What joins another drug to a use: "concurrent use of", "taking". */
    private static final Pattern BESIDE = Pattern.compile(
            "^(?:(?:currently|concurrently|recently|already|also)\\s+)*(?:(?:(?:within )?[a-z0-9 -]{1,12} (?:hours|days|weeks) of"
                    + " (?:stopping|discontinuing|taking|using|receiving|treatment with|use of)|take|taking|taken|using|receive|receiving|on|treated"
                    + " with|treatment with|therapy with|combination with|use of"
                    + " (?=an?\\s|strong|potent|other)|(?:concurrent(?:ly)?|concomitant(?:ly)?|simultaneous|combined)(?:"
                    + " (?:use|administration|treatment|therapy|application))?(?: (?:of|with))?|co-?administration"
                    + " (?:of|with)|(?:using|given) (?:together )?with|with)\\s+)(?:an?\\s+|the\\s+|other\\s+)?"
                    + "|^(?:another |other )?(?:drugs?|medicines?|medications?|tablets?|antibiotics?) (?:called|known as) ");

    /** The drug that a phrase says is given beside the product, "concurrent use of warfarin"; empty where it names none. */
    public static Optional<RiskName> companion(String phrase, OtherMedicines others) {
        String text = phrase.strip();
        for (Matcher prefix = PREFIX.matcher(text); prefix.find(); prefix = PREFIX.matcher(text)) {
            if (prefix.group().contains("undergoing")) {
                return Optional.empty();
            }
            text = text.substring(prefix.end()).strip();
        }
        for (Matcher beside = BESIDE.matcher(text); beside.find(); beside = BESIDE.matcher(text)) {
            text = text.substring(beside.end()).strip();
        }
        return others.isOther(text) ? Optional.of(new RiskName(text, RiskKind.DRUG)) : Optional.empty();
    }

    /** The name in a phrase; empty where it names no state of a patient. */
    public static Optional<RiskName> of(String phrase) {
        String text = phrase.strip();
        Optional<RiskName> population = PopulationName.of(text);
        for (Matcher prefix = PREFIX.matcher(text);
                population.isEmpty() && prefix.find();
                prefix = PREFIX.matcher(text)) {
            text = text.substring(prefix.end()).strip();
            population = PopulationName.of(text);
        }
        if (population.isPresent()) {
            return population;
        }
        String name = reworded(text);
        RiskKind kind = RiskKinds.of(name);
        return Nameless.is(name, kind) ? Optional.empty() : Optional.of(new RiskName(name, kind));
    }

    /** Adjectives as the nouns that name the state: "allergic to" → "allergy to". */
    private static String reworded(String text) {
        String noun = text;
        for (Rewording rewording : REWORDINGS) {
            noun = rewording.words().matcher(noun).replaceFirst(rewording.noun());
        }
        return noun;
    }
}
