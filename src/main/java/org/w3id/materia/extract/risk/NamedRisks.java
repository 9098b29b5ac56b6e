package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.risk.clause.Parts;
import org.w3id.materia.extract.risk.clause.Span;
import org.w3id.materia.extract.risk.clause.Span.Frame;
import org.w3id.materia.extract.risk.name.LimitedGroup;
import org.w3id.materia.extract.risk.name.NamedRisk;
import org.w3id.materia.extract.risk.name.Nameless;
import org.w3id.materia.extract.risk.name.Organ;
import org.w3id.materia.extract.risk.name.OtherMedicines;
import org.w3id.materia.extract.risk.name.RiskKinds;
import org.w3id.materia.extract.risk.name.RiskName;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;
import org.w3id.materia.language.phrase.NounPhrases;
import org.w3id.materia.language.phrase.Phrase;

/** Reads the names of risks from ranges of a text about one product. */
final class NamedRisks {
    private static final Pattern PRONOUN = Pattern.compile(
            "\\bto (?:it|this drug itself|(?:the|this) (?:drug|medication|medicine|product|active substance))$");
    private static final Pattern TWICE = Pattern.compile("\\bto to ");
    private static final Pattern TWO_WORDS = Pattern.compile(
            "\\b(hypersensitivity|allergy|allergies|sensitivity)(?: or | and |/)(?:an"
                    + " )?(hypersensitivity|allergy|allergies|sensitivity|intolerance) to\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLERGY_TO =
            Pattern.compile("^.*\\b(?:allerg\\w+|hypersensitivity|sensitivity|reactions?) to ");
    private static final Pattern ALLERGIC = Pattern.compile("^(?:those )?(?:hyper)?(?:sensitive|allergic) to ");
    private static final Pattern COMPONENTS = Pattern.compile(
            "\\b(?:components?|ingredients?|excipients?|antibiotics|drugs|medications|agents|products|substances)$");
    private static final Pattern OPENER =
            Pattern.compile("(?i)^[^.;]{0,40}(?:\\(|such as|including|like|e\\.g\\.)[^)]*$");
    private static final Set<String> ACTIONS =
            Set.of("inhibitors", "inducers", "substrates", "blockers", "agonists", "antagonists");
    private static final Pattern LOOSE_END = Pattern.compile(" (?:at|in|of|to|for|from|by|and|or)$");
    private static final Pattern PERSONS = Pattern.compile(
            "\\b(?:children|infants|neonates|adolescents|adults|patients)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIVE = Pattern.compile(
            " that (?:is|are|was|were|has|have|had|began|begins?|started|starts?|comes?|came|does|do|did|gets?|got)\\b[^,;:()–—]*(?<=\\S)");
    private static final Pattern RISK_OF = Pattern.compile("(.+) risk");
    private static final Pattern LEADING = Pattern.compile("^(?:and|or|the|an?) ");
    /** What a text bids to avoid and what is care with the drug all the same, no reason against it. */
    private static final Pattern CARE = Pattern.compile("^((?:abrupt|sudden|rapid)"
            + " (?:withdrawal|discontinuation|cessation|stopping)|(?:(?:prolonged|excessive|direct) )?(?:sun"
            + " exposure|sunlight exposure|exposure to sunlight))\\b");

    private static final Pattern ORGAN = Pattern.compile(
            "\\b(renal|kidney|hepatic|liver) (?:impairment|insufficiency|dysfunction|function|adjustments?|dos(?:es?|ing|age))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> FUNCTIONS = Set.of("function", "functions", "level", "levels", "counts", "mood");
    private static final Set<String> BESIDE_SITES = Set.of("the", "my", "your", "whole", "near", "around");
    private static final Lexicon CHANGES = Lexicon.load("language/changes.txt");
    private static final Lexicon ROUTES = Lexicon.load("extract/risk/ways.txt");
    private static final Pattern WAY = Pattern.compile(
            "^((?:(?:long-?\\s?term|prolonged|repeated|extended|extensive|continuous|chronic|indefinite|daily)\\b[^,]*?"
                    + " use)\\b|(?:undiluted |direct"
                    + " )?(?:oral|intravenous|iv|intramuscular|subcutaneous|intrathecal|internal|intra-?arterial|intra-?articular|epidural|ocular|subconjunctival|intravitreal|rectal|nasal)\\b.*(?:use|administration|injection))");

    private final OwnNames own;
    private final OtherMedicines others;
    private final List<String> passed = new ArrayList<>();

    NamedRisks(OwnNames own) {
        this.own = own;
        this.others = new OtherMedicines(own);
    }

    /** The risks that a whole statement names. */
    List<NamedRisk> in(String text) {
        Words words = Words.of(text);
        int end = isRiskOf(text) ? words.size() - 1 : words.size();
        return end == 0
                ? List.of()
                : Parts.of(words, 0, end, Frame.STATE).stream()
                        .flatMap(s -> in(words, s).stream())
                        .toList();
    }

    /** Behind the words that tell which state is meant: "asthma that is not well controlled"; the phrase's end where none do. */
    private static int relativeEnd(String text, Phrase phrase, int end) {
        Matcher relative = RELATIVE.matcher(text).region(phrase.end(), end);
        return relative.lookingAt() ? relative.end() : phrase.end();
    }

    private static UnaryOperator<RiskName> withRelative(String text, Phrase phrase, int end) {
        String relative = text.substring(phrase.end(), end).toLowerCase(Locale.ROOT);
        return name -> name.kind() == RiskKind.CONDITION ? new RiskName(name.text() + relative, name.kind()) : name;
    }

    /** The weakness of the organ that a label on doses names without saying so: "Renal adjustment", "Adults with kidney impairment". */
    List<NamedRisk> organIn(String label) {
        Matcher organ = ORGAN.matcher(Brackets.blank(label));
        return organ.find()
                ? List.of(new NamedRisk(
                        new RiskName(organ.group(1).toLowerCase(Locale.ROOT) + " impairment", RiskKind.CONDITION),
                        new Phrase(organ.group().toLowerCase(Locale.ROOT), organ.start(), organ.end()),
                        List.of()))
                : List.of();
    }

    /** "Tendon rupture risk": what the risk is of is named. */
    private static boolean isRiskOf(String text) {
        Matcher risk = RISK_OF.matcher(text.strip().toLowerCase(Locale.ROOT));
        return risk.matches() && WordClasses.isCondition(List.of(risk.group(1).split(" ", -1)));
    }

    /** The risks that a range of a sentence's tokens names. */
    List<NamedRisk> in(Words words, Span span) {
        return span.isEmpty()
                ? List.of()
                : in(words.text(), words.start(span.from()), words.end(span.to() - 1), span.frame());
    }

    private List<NamedRisk> in(String text, int start, int end, Frame frame) {
        List<NamedRisk> names = new ArrayList<>();
        if (start >= end) {
            return names;
        }
        if (frame == Frame.ROUTE || frame == Frame.WHOLE) {
            NamedRisk whole = whole(text, start, end, frame);
            return Nameless.isVague(whole.name().text()) ? List.of() : List.of(whole);
        }
        Matcher twoWords = TWO_WORDS.matcher(text).region(start, end);
        UnaryOperator<String> oneWord = twoWords.find() ? oneWord(twoWords) : UnaryOperator.identity();
        List<PatientGroup> groups = List.of();
        Optional<Phrase> allergy = Optional.empty();
        int told = start;
        for (Phrase phrase : NounPhrases.of(text, start, end)) {
            if (phrase.start() < told || isExampleOfReaction(text, phrase, end)) {
                continue;
            }
            String own = oneWord.apply(LOOSE_END.matcher(phrase.text()).replaceFirst(""));
            String words = underAllergy(text, own, phrase, allergy);
            boolean allergen = !own.equals(words);
            Optional<LimitedGroup> limited = LimitedGroup.of(words);
            if (limited.isPresent()) {
                words = limited.get().state();
                groups = List.of(limited.get().group());
            }
            words = withSharedTarget(words, names);
            String itself = itself(TWICE.matcher(words).replaceFirst("to "));
            Optional<RiskName> name =
                    name(ofOrgan(ofWeighed(itself, text, phrase.start()), text, phrase.start()), frame);
            if (name.isPresent()) {
                told = relativeEnd(text, phrase, end);
                name = name.map(withRelative(text, phrase, told));
                boolean shared = limited.isPresent() || name.get().kind() == RiskKind.CONDITION;
                groups = shared ? groups : List.of();
                names.add(new NamedRisk(name.get(), phrase, groups));
                names.addAll(listedBehind(text, phrase, name.get(), end));
                allergy = name.get().kind() == RiskKind.ALLERGY && !allergen
                        ? Optional.of(new Phrase(name.get().text(), phrase.start(), phrase.end()))
                        : allergy;
            }
        }
        return names;
    }

    /** A range that is one name: a route, a population with its age, a measure with its limit. */
    private static NamedRisk whole(String text, int start, int end, Frame frame) {
        String words = LEADING.matcher(text.substring(start, end).toLowerCase(Locale.ROOT))
                .replaceFirst("");
        words = ofWeighed(words, text, start);
        String name = frame == Frame.ROUTE
                ? ROUTES.value(words).orElse(words)
                : words.replaceFirst("^it is |clearance is ", "creatinine clearance ")
                        .replace("creatinine creatinine", "creatinine");
        RiskKind kind = frame == Frame.ROUTE ? RiskKind.CONDITION : RiskKinds.of(words);
        return new NamedRisk(new RiskName(name, kind), new Phrase(words, start, end), List.of());
    }

    /** "children under 2 years or weighing less than 12 kg": a weight with the persons that the text named last before it. */
    private static String ofWeighed(String words, String text, int start) {
        Matcher persons = PERSONS.matcher(text).region(0, start);
        String last = "";
        while (words.startsWith("weighing ") && persons.find()) {
            last = persons.group().toLowerCase(Locale.ROOT) + " ";
        }
        return last + words;
    }

    /** "hypersensitivity or allergy to nuts": the first of two words for one thing. */
    private static UnaryOperator<String> oneWord(Matcher twoWords) {
        String first = twoWords.group(1).toLowerCase(Locale.ROOT) + " to ";
        String second = twoWords.group(2).toLowerCase(Locale.ROOT) + " to ";
        return words -> words.replace(second, first);
    }

    private Optional<RiskName> name(String words, Frame frame) {
        Optional<RiskName> companion =
                RiskKinds.of(words) == RiskKind.ALLERGY ? Optional.empty() : RiskName.companion(words, others);
        if (companion.isPresent()) {
            return companion;
        }
        Optional<RiskName> name = RiskName.of(words).filter(n -> !own.areOnly(n.text()));
        return switch (frame) {
            case STATE, ROUTE, WHOLE ->
                WAY.matcher(words).lookingAt() && words.contains(" use of ")
                        ? wayOfUse(words)
                        : name.or(() -> wayOfUse(words));
            case PLACE -> name.or(() -> place(words));
            case COMPANION -> wayOfUse(words);
            case SUBJECT ->
                name.filter(n -> n.kind() != RiskKind.CONDITION || Organ.isWeakness(n.text()))
                        .or(() -> wayOfUse(words));
        };
    }

    /** Whether a label names what is measured or watched, and no state of it: "Kidney function", "Mood". */
    static boolean isMeasure(String label) {
        String last = label.substring(label.lastIndexOf(' ') + 1);
        return FUNCTIONS.contains(last) && !CHANGES.contains(label.split(" ", 2)[0]);
    }

    /** Whether a name is of how well an organ works, which is watched where a drug can harm it. */
    static boolean isFunction(NamedRisk named) {
        return named.name().text().matches("(?:liver|hepatic|kidney|renal|thyroid|heart|cardiac|lung) function");
    }

    static boolean isCare(NamedRisk named) {
        return CARE.matcher(named.name().text()).find();
    }

    static boolean isWayOfUse(String name) {
        return WAY.matcher(name).find();
    }

    /** "prolonged use of steroids" → "prolonged use". */
    private static Optional<RiskName> wayOfUse(String words) {
        Matcher care = CARE.matcher(words);
        if (care.find()) {
            return Optional.of(new RiskName(care.group(1), RiskKind.CONDITION));
        }
        Matcher way = WAY.matcher(words);
        return way.find()
                ? Optional.of(new RiskName(way.group(1).replaceFirst("^iv ", "intravenous "), RiskKind.CONDITION))
                : Optional.empty();
    }

    /** Parts of the body alone name where a drug is not to be brought; "contact with the eyes" is no such place. */
    private static Optional<RiskName> place(String words) {
        List<String> all = List.of(words.split(" ", -1));
        boolean site = WordClasses.isSite(all.get(all.size() - 1))
                || words.endsWith("mucous membranes")
                || words.endsWith("wounds");
        return site ? Optional.of(new RiskName(words, RiskKind.CONDITION)) : Optional.empty();
    }

    /** Whether a name is a part of the body and says nothing of its state: care in using the drug there is no reason against it. */
    static boolean isBareSite(NamedRisk named) {
        return Arrays.stream(named.name().text().split(" ", -1))
                .allMatch(w -> WordClasses.isSite(w) || BESIDE_SITES.contains(w));
    }

    /** The members of an allergen or a class of drugs in a bracket directly behind: "its components (soya, egg)". */
    private List<NamedRisk> listedBehind(String text, Phrase phrase, RiskName name, int end) {
        boolean listed = name.kind() == RiskKind.DRUG
                || name.kind() == RiskKind.ALLERGY
                        && COMPONENTS.matcher(name.text()).find();
        int close = text.indexOf(')', phrase.end());
        if (!listed || close < 0 || close > end || !text.startsWith(" (", phrase.end())) {
            return List.of();
        }
        Matcher to = ALLERGY_TO.matcher(name.text());
        String before = to.find() ? to.group() : "";
        List<NamedRisk> members = new ArrayList<>();
        for (Phrase member : NounPhrases.of(text, phrase.end() + 2, close)) {
            String words = member.text();
            if (!before.isEmpty() || others.isOther(words)) {
                members.add(new NamedRisk(new RiskName(before + words, name.kind()), member, List.of()));
            }
        }
        boolean opened = ListOpener.behind(text, phrase.end() + 2, close) > phrase.end() + 2;
        return members.size() > 1 || opened ? members : List.of();
    }

    /** "strong CYP3A4 inhibitors or inducers": both are of what the first names. */
    private static String withSharedTarget(String words, List<NamedRisk> before) {
        if (before.isEmpty() || !ACTIONS.contains(words)) {
            return words;
        }
        String last = before.get(before.size() - 1).name().text();
        int head = last.lastIndexOf(' ');
        return head > 0 && ACTIONS.contains(last.substring(head + 1)) ? last.substring(0, head + 1) + words : words;
    }

    /** "(rash, hives) to nuts": the bracket tells how an allergy shows. */
    private static boolean isExampleOfReaction(String text, Phrase phrase, int end) {
        int close = text.indexOf(')', phrase.end());
        int open = text.indexOf('(', phrase.end());
        return close >= 0 && close < end && (open < 0 || close < open) && text.startsWith(") to ", close);
    }

    /** What a bracket or "such as" lists behind an allergy are things that one is allergic to. */
    private static String underAllergy(String text, String words, Phrase phrase, Optional<Phrase> allergy) {
        Matcher to = ALLERGY_TO.matcher(allergy.map(Phrase::text).orElse(""));
        boolean listed = to.find()
                && phrase.start() >= allergy.get().end()
                && (RiskKinds.of(words) == RiskKind.CONDITION
                        || ALLERGIC.matcher(words).find())
                && OPENER.matcher(text.substring(allergy.get().end(), phrase.start()))
                        .matches();
        return listed ? to.group() + ALLERGIC.matcher(words).replaceFirst("") : words;
    }

    /** Takes note of a statement that has been read: what the next ones leave out, it may have named. */
    void passed(String text) {
        passed.add(text);
    }

    /** "severe impairment" with the organ that the text named last before it. */
    private String ofOrgan(String words, String text, int start) {
        if (!Organ.isMissing(words)) {
            return words;
        }
        Optional<String> organ = Organ.lastNamed(text, start);
        for (int i = passed.size() - 1; i >= 0 && organ.isEmpty(); i--) {
            organ = Organ.lastNamed(passed.get(i), passed.get(i).length());
        }
        return organ.map(o -> Organ.completed(words, o)).orElse(words);
    }

    /** "allergic to it": the drug's name for the pronoun, where the text is about one drug. */
    private String itself(String words) {
        return own.onlyIngredient()
                .map(i -> PRONOUN.matcher(words).replaceFirst("to " + Matcher.quoteReplacement(i)))
                .orElse(words);
    }
}
