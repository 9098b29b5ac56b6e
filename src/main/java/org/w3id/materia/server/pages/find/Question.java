package org.w3id.materia.server.pages.find;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody asks.
 *
 * @param kind of the question
 * @param about the condition, medicine, class or ingredient
 */
public record Question(Kind kind, String about) {
    /** Every question is one parameter of {@code /find}, and can be written in words. */
    public enum Kind {
        CONTRAINDICATED(
                "contraindicated-for",
                "Contraindicated or not recommended in",
                "(?:contra-?indicated|not recommended|avoided?|forbidden) (?:for|in|with|during)"),
        INTERACTS("interacts-with", "Interacts with", "(?:interactions?|interacts?|interacting) (?:with|of)"),
        FOR("for", "Used for", "(?:used |indicated )?for"),
        CLASS("class", "Of the class", "class(?: of)?:?"),
        INGREDIENT("ingredient", "With the ingredient", "(?:containing|contains?|with the ingredient)");

        private final String parameter;
        private final String title;
        private final Pattern words;

        Kind(String parameter, String title, String words) {
            this.parameter = parameter;
            this.title = title;
            this.words = Pattern.compile(
                    "(?:(?:which |what )?(?:medicines?|drugs?) )?(?:is |are )?" + words + "\\s+(.+?)\\??",
                    Pattern.CASE_INSENSITIVE);
        }

        public String parameter() {
            return parameter;
        }

        public String title() {
            return title;
        }

        private Optional<Question> in(String text) {
            Matcher matcher = words.matcher(text);
            return matcher.matches() ? Optional.of(new Question(this, matcher.group(1))) : Optional.empty();
        }
    }

    /** The question in words; empty where it is none, and perhaps a name. */
    public static Optional<Question> inWords(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.in(words).stream())
                .findFirst();
    }

    /** The question that the parameters of a form ask; empty where they ask none. */
    public static Optional<Question> inForm(Map<String, String> parameters) {
        return Arrays.stream(Kind.values())
                .filter(kind -> !parameters.getOrDefault(kind.parameter(), "").isBlank())
                .map(kind -> new Question(kind, parameters.get(kind.parameter()).strip()))
                .findFirst();
    }

    /** As a page has it for its title. */
    public String inWords() {
        return kind.title() + " " + about;
    }

    /** The FHIR searches that answer it together, in its own words. */
    List<FhirQuery> queries() {
        return switch (kind) {
            case CONTRAINDICATED -> FhirQuery.warnings(about);
            case INTERACTS ->
                List.of(
                        new FhirQuery("MedicinalProductInteraction", Map.of("agent:text", escaped())),
                        new FhirQuery("MedicinalProductInteraction", Map.of("subject:Medication.name", escaped())),
                        new FhirQuery("DetectedIssue", ordered("code", "DRG", "condition:text", escaped())));
            case FOR -> List.of(new FhirQuery("MedicinalProductIndication", Map.of("disease:text", escaped())));
            case CLASS -> List.of(new FhirQuery("MedicationKnowledge", Map.of("classification:text", escaped())));
            case INGREDIENT ->
                List.of(new FhirQuery("MedicationKnowledge", Map.of("ingredient:Substance.name", escaped())));
        };
    }

    /** The FHIR searches that answer it where what it is about is a class of drugs. */
    List<FhirQuery> openedBy(OpenedClasses classes) {
        return switch (kind) {
            case CLASS -> classes.members(about).stream().toList();
            case INTERACTS -> classes.interactionsWithClass(about).stream().toList();
            default -> List.of();
        };
    }

    private String escaped() {
        return FhirQuery.escaped(about);
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** Words that patients' states are named by, in lower case: FHIR has codes for them, whatever the monograph's words. */
    static Optional<String> alertCode(String about) {
        String words = about.toLowerCase(Locale.ROOT);
        if (words.matches("(?:in )?(?:pregnan.*|gravid.*)")) {
            return Optional.of("PREG");
        }
        return words.matches("(?:in )?(?:breast.?feed.*|lactat.*|nursing.*)") ? Optional.of("LACT") : Optional.empty();
    }
}
