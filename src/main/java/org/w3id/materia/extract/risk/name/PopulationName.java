package org.w3id.materia.extract.risk.name;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.language.Lexicon;

/** Gives the many words for one population one name: "women who are pregnant" is "pregnancy". */
final class PopulationName {
    static final Lexicon PERSONS = Lexicon.load("extract/risk/persons.txt");
    private static final Lexicon POPULATIONS = Lexicon.load("extract/risk/populations.txt");
    private static final Lexicon COPULAS = Lexicon.load("extract/risk/copulas.txt");
    private static final Pattern DRIVING =
            Pattern.compile("\\b(?:driving|drive|machinery|machines|vehicles?|hazardous|alertness)\\b");
    private static final Pattern CATEGORY = Pattern.compile(" category \\w$");

    private PopulationName() {}

    /** The name of the population, or of driving, that a phrase speaks of and of nothing else. */
    static Optional<RiskName> of(String phrase) {
        List<String> words =
                Arrays.asList(CATEGORY.matcher(phrase).replaceFirst("").split(" ", -1));
        int start = PERSONS.contains(words.get(0)) ? 1 : 0;
        for (int n = COPULAS.prefixLength(words, start); n > 0; n = COPULAS.prefixLength(words, start)) {
            start += n;
        }
        int end = words.size();
        while (end > start && PERSONS.contains(words.get(end - 1))) {
            end--;
        }
        Optional<String> name = POPULATIONS.value(String.join(" ", words.subList(start, end)));
        if (name.isPresent()) {
            String own = String.join(" ", words.subList(start, end));
            return name.map(n -> n.isEmpty() ? new RiskName(own, RiskKinds.of(own)) : new RiskName(n, kind(n)));
        }
        if (!DRIVING.matcher(phrase).find()) {
            return Optional.empty();
        }
        boolean only = phrase.equals("driving") || phrase.equals("drive");
        return Optional.of(new RiskName(only ? "driving" : "driving and operating machinery", RiskKind.ACTIVITY));
    }

    private static RiskKind kind(String name) {
        return switch (name) {
            case "pregnancy" -> RiskKind.PREGNANCY;
            case "breastfeeding" -> RiskKind.LACTATION;
            case "driving", "driving and operating machinery" -> RiskKind.ACTIVITY;
            default -> RiskKind.AGE;
        };
    }
}
