package org.w3id.materia.extract.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.WordClasses;

/**
 * What a phrase names that can make a use unsafe.
 *
 * @param text the shortest noun phrase, lower case
 * @param kind what sort of thing it is
 */
record RiskName(String text, RiskKind kind) {
    private static final Lexicon GENERIC = Lexicon.load("risk/generic.txt");
    private static final String PERSONS =
            "(?:patients?|individuals?|people|persons?|women|woman|men|mothers?|females?|those|anyone|adults|users?|someone|subjects|you|populations?|patient)";
    private static final Pattern PREGNANT = Pattern.compile("(?:" + PERSONS
            + "\\s+)?(?:(?:who\\s+)?(?:are|is|you are|you're|become|becomes)\\s+)?(?:pregnant|pregnancy|becoming pregnant)(?:\\s+"
            + PERSONS + ")?(?: category \\w)?");
    private static final Pattern NURSING = Pattern.compile("(?:" + PERSONS
            + "\\s+)?(?:(?:who\\s+)?(?:are|is|you are|you're)\\s+)?(?:currently )?(?:breast-?\\s?feeding|breastfeed|breast-feed|nursing|lactating|breast milk|human milk|milk)(?:\\s+"
            + PERSONS + ")?");
    private static final Pattern CHILDREN = Pattern.compile(
            "(?:children|child|pediatrics?|paediatrics?|(?:pa?ediatric|child|young) (?:patients?|populations?|use|dosing|dosage|individuals|children))");
    private static final Pattern ELDERLY = Pattern.compile(
            "(?:(?:the )?elderly|geriatrics?|(?:elderly|geriatric) (?:patients?|individuals?|people|adults|persons?|populations?|use|users))");
    private static final Pattern DRIVING =
            Pattern.compile(".*\\b(?:driving|drive|machinery|machines|vehicles?|hazardous|alertness)\\b.*");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:in|by|for|during|while|with|of|on|if|when|the|any|your|their|other|those|these|all|some|known|documented|pre-?existing|existing|underlying|prior|confirmed|such as|or|and|who|have|has|had|having|a|an|are|is|you|either|both|use|using|also|certain medical conditions|including|especially|patient)\\s+"
                    + "|(?:adult |elderly |pregnant )?" + PERSONS
                    + "\\s+(?:(?:with|who have|who has|having|who had|who suffer from|suffering from|who experience|experiencing|who are|that have|at risk of|at risk for|prone to|predisposed to|undergoing|with a|taking)\\s+)(?:had\\s+)?)");
    private static final Pattern AGE = Pattern.compile(
            ".*\\b(?:child|children|infants?|neonates?|newborns?|pa?ediatric|adolescents?|elderly|older|geriatric|babies|toddlers|teenagers|girls|boys|seniors|(?:under|below|over|above|younger than) (?:the age of )?\\d+)\\b.*");
    private static final Pattern ALLERGY =
            Pattern.compile(".*\\b(?:allerg\\w*|hypersensitiv\\w*|sensitivity|anaphyla\\w*|intoleran\\w*)\\b.*");
    private static final Pattern PREGNANCY = Pattern.compile(
            ".*\\b(?:pregnan\\w*|childbearing|child-bearing|conceive|reproductive|trimester|conception)\\b.*");
    private static final Pattern LACTATION = Pattern.compile(".*\\b(?:breast-?\\s?feed\\w*|nursing|lactat\\w*)\\b.*");
    private static final Pattern DRUG =
            Pattern.compile("^(?:concurrent|concomitant|combined|simultaneous|co-?administration|taking)\\b.*");
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:due .*|(?:treat|stop|report|seek|contact|call|ask|tell|inform|discuss|check) .*|uses?|(?:creatinine )?clearance|therefore|periods?|times?|then|active|extensive|broken|damaged|route|it|it's|its|this|that|they|them|which|there|what|how|given|currently|concurrently|however|prolonged|it's .*|\\d.*|if .*|"
                    + "(?:side|adverse) effects.*|.*\\b(?:with|for|of|in)|information.*|.*-"
                    + "|.*\\b(?:should|must|may|can|will|is|are|was|were|been|be|doctor|physician|pharmacist|pediatrician|medications?|medicines?|your|you|taking|herbal|remedies|supplements|administration|injection|dose|doses|alcohol|smoking|abrupt\\w*|sudden\\w*|self-medicat\\w+|drugs|meals?|food)\\b.*)$");
    private static final Pattern UMBRELLA = Pattern.compile(
            "^(?:(?:certain|medical|health|other|specific|serious|these|any|pre-?existing|existing|underlying|chronic|such|particular|following|significant|various|previous|rare|severe|potential|possible|long-term)\\s+)*(?:conditions?|problems?|issues?|disorders?|diseases?|illness|illnesses|levels|history|factors|concerns|reactions?|complications|risks?)$");
    private static final Pattern LASTING_USE =
            Pattern.compile("^(?:long-?\\s?term|prolonged|repeated|extended|continuous|chronic)\\b.*\\buse\\b.*");
    private static final List<Rewording> REWORDINGS = List.of(
            new Rewording("^allergic to ", "allergy to "),
            new Rewording("^(hyper)?sensitive to ", "$1sensitivity to "),
            new Rewording("^allergic$", ""),
            new Rewording("^concurrently using ", "concurrent use of "),
            new Rewording(
                    "^suspect(?:ing)? (?:that )?(?:they|you)(?: (?:may|might) be(?: pregnant)?)?$",
                    "suspected pregnancy"));
    private static final Set<String> PLACES = Set.of(
            "the",
            "of",
            "large",
            "areas",
            "body",
            "mucous",
            "membranes",
            "membrane",
            "nose",
            "eyes",
            "mouth",
            "near",
            "inside");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 11;

    /** A form of words for a state, and the noun for it. */
    private record Rewording(Pattern words, String noun) {
        Rewording(String words, String noun) {
            this(Pattern.compile(words), noun);
        }
    }

    /** The name in a phrase; empty where it names no state of a patient. */
    static Optional<RiskName> of(String phrase) {
        String text = phrase.strip();
        Optional<RiskName> population = population(text);
        for (Matcher prefix = PREFIX.matcher(text);
                population.isEmpty() && prefix.find();
                prefix = PREFIX.matcher(text)) {
            text = text.substring(prefix.end()).strip();
            population = population(text);
        }
        if (population.isPresent()) {
            return population;
        }
        String name = reworded(text);
        String[] words = name.split(" ", -1);
        RiskKind kind = kind(name);
        boolean named = kind != RiskKind.CONDITION || LASTING_USE.matcher(name).matches();
        boolean unfit = name.length() < SHORTEST
                || words.length > LONGEST
                || !named && GENERIC.contains(words[words.length - 1])
                || isPlace(words)
                || UMBRELLA.matcher(name).matches()
                || NO_NAME.matcher(name).matches() && kind != RiskKind.ALLERGY;
        return unfit ? Optional.empty() : Optional.of(new RiskName(name, kind));
    }

    private static Optional<RiskName> population(String text) {
        if (PREGNANT.matcher(text).matches()) {
            return Optional.of(new RiskName("pregnancy", RiskKind.PREGNANCY));
        }
        if (NURSING.matcher(text).matches()) {
            return Optional.of(new RiskName("breastfeeding", RiskKind.LACTATION));
        }
        if (CHILDREN.matcher(text).matches()) {
            return Optional.of(new RiskName("children", RiskKind.AGE));
        }
        if (ELDERLY.matcher(text).matches()) {
            return Optional.of(new RiskName("elderly", RiskKind.AGE));
        }
        return DRIVING.matcher(text).matches()
                ? Optional.of(new RiskName("driving and operating machinery", RiskKind.ACTIVITY))
                : Optional.empty();
    }

    /** Adjectives as the nouns that name the state: "allergic to" → "allergy to". */
    private static String reworded(String text) {
        String noun = text;
        for (Rewording rewording : REWORDINGS) {
            noun = rewording.words().matcher(noun).replaceFirst(rewording.noun());
        }
        return noun;
    }

    /** Whether words name nothing but parts of the body. */
    private static boolean isPlace(String[] words) {
        return Arrays.stream(words).allMatch(w -> WordClasses.isSite(w) || PLACES.contains(w));
    }

    private static RiskKind kind(String name) {
        if (ALLERGY.matcher(name).matches()) {
            return RiskKind.ALLERGY;
        }
        if (PREGNANCY.matcher(name).matches()) {
            return RiskKind.PREGNANCY;
        }
        if (LACTATION.matcher(name).matches()) {
            return RiskKind.LACTATION;
        }
        if (AGE.matcher(name).matches()) {
            return RiskKind.AGE;
        }
        return DRUG.matcher(name).matches() ? RiskKind.DRUG : RiskKind.CONDITION;
    }
}
