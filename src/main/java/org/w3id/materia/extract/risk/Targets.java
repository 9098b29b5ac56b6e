package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Product;

/** Finds the words of a clause that say in which patients its directive holds. */
final class Targets {
    private static final String PERSONS =
            "(?:patients?|individuals?|people|persons?|women|men|mothers|those|anyone|adults|users|children|someone|you)";
    private static final Pattern CONNECTOR = Pattern.compile(
            "^(?:(?!\\b(?:without|unless|due|because|as|until|than|alcohol|or used with)\\b)[^,:]){0,60}?\\b(in|for|during|by|if|when|while|on|to|among|within|with|near|after|before|around|until|unless)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSON_WITH = Pattern.compile(
            "\\b" + PERSONS
                    + "\\s+(?:with|who have|who has|having|who suffer from|suffering from|who are|at risk of|at risk for|prone to|predisposed to|have|has|are|experience|who experience|undergoing|who had)\\s+(?:had\\s+|ever had\\s+)?(?!taking|using|currently|considering|on\\b|not\\b|advised|experiencing side)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HISTORY =
            Pattern.compile("\\b(?=(?:family |personal )?history of\\s)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile(
            "\\b(?=(?:pre-?existing|underlying)\\s\\w)|\\b(?:conditions|problems|issues|disorders) (?:such as|like|including)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HAZARD_SUBJECT = Pattern.compile(
            "([\\w\\s,'-]{3,100}?)\\s(?:are|is|may be) (?:an? )?(?:potential|possible|known|serious|significant|important)?\\s?(?:risks?|possible|concerns?)\\b(?! (?:of|for|to|that))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HAZARD = Pattern.compile(
            "\\b(?:risks? (?:of|for)|(?:discontinue|stop)[^,]{0,30} if (?:an? |any )?(?=[\\w\\s-]{3,40} (?:occurs?|develops?))|monitor(?:ed|ing)?(?: closely| carefully| regularly)? for|watch for|potential for|susceptible to)\\s+(?:any |developing |the development of |signs (?:and symptoms )?of |signs or symptoms of |[\\w ,-]{1,40}? (?:and|or) other (?:signs|symptoms) of )*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "\\s(?:(?<!such )as|or used with|for treating|for the treatment|should|require|requires|may(?! be pregnant)|might(?! be pregnant)|must|need|needs|can|could|cannot|will|would|is|has|have been|has been|consult\\w*|inform|tell|talk|discuss|before|unless|due|because|since|without|until|as it|as they|as the|as this|as there|where|occurs?|develops?|exists?|to (?:avoid|ensure|determine|prevent|minimize|assess|whom|evaluate)|while (?:taking|(?<!not )using|on|under)|during (?:the )?(?:treatment|therapy|and)|when (?:taking|using)|(?<!not )(?<!currently )using|increases?|taking (?:this|it)|if|for (?:prolonged|extended|at least|several)|with a (?:doctor|physician)|prior to|based|whose|nor|so)(?=[\\s,.:]|$)"
                    + "|,\\s*(?:as|because|so|which|who|it|consult|inform|the|this|they|there|unless|especially if|and (?:the|it)|since|due|therefore|with (?!\\w+ (?:disease|impairment))|if|necessitating|requiring|tell|talk|speak|depending|seek|contact|discuss|use|monitor|caution|careful|making|but)\\s"
                    + "|\\s(?:are|were|have)\\s(?=(?!pregnant|breastfeeding|allergic|elderly|hypersensitive|a history|had).)|:|—|\\s–\\s|\\s-\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT_CONNECTOR =
            Pattern.compile("(?:^|\\s)(?:in|during|by|if|when|while|on|for|with)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PURPOSE = Pattern.compile(
            "(?i)for\\s+(?!.*(?:child|pregnan|infant|women|patients|people|individuals|those|elderly|under|use\\b|adults|nursing|breast|person|anyone|adolesc|neonat|older|p[ae]+diatric|girls|impairment|insufficiency|men\\b)).*");
    private static final Pattern NURSING = Pattern.compile("(?i)\\b(?:breast-?feed(?:ing)?|nurse|nursing)\\b");
    private static final Pattern AVOIDS = Pattern.compile("(?i)\\bavoid$");
    private static final Pattern APPLIES = Pattern.compile("(?i)\\bappl(?:y|ying|ied)|contact\\b");
    private static final Pattern DRUG_ITSELF = Pattern.compile(
            "(?i)^\\s*(?:$|[.,]|(?:this|the (?:drug|medication|medicine|combination|product|use)|it|its|using|use|taking|in|during|if|when)\\b)");
    private static final Pattern WHO = Pattern.compile(
            "(?:the |any |those |these )?(?!children)" + PERSONS
                    + "\\s+(?:with|who have|who has|having|who are|who is|who suffer from|are|have)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TREATMENT = Pattern.compile(
            "(?i)^\\w+\\s+(?:the |this |your |a )?(?:course of )?(?:treatment|treating|therapy|using|taking|use of|receiving|on|undergoing|treatments|it)\\b");
    private static final Pattern STATED = Pattern.compile(
            "(?i)\\b(?:pregnan|breast-?feed|nursing|lactat|child|infant|neonat|elderly|older|adolesc|allerg|hypersensitiv|history|long-term|prolonged|repeated|concurrent|concomitant|impairment|disease|failure|women|patients|individuals|people)");
    private static final Pattern NOT_PATIENT =
            Pattern.compile("(?i)\\b(?:adjustments?|information|alcohol|smoking|driving)\\b");
    private static final int NEAR = 25;
    private static final Pattern AUXILIARY = Pattern.compile(
            "(?i)\\s*\\b(?:is|are|was|should|must|may|can|would|would have been|has|have|has been|have been|will|being|be|makes? the use of .*|also|generally|therefore|typically|usually|normally|strictly|strongly|currently|not|never|it's|it is)\\s*$");

    private static final Pattern FURTHER_PERSONS = Pattern.compile(
            "(?:,\\s*|\\s)(?:(?:or|and)\\s+)?(?:those|individuals|people|patients|women)\\s+who\\s+(?:are|have|has|had)\\s+(?:had\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OBJECT_END =
            Pattern.compile("[,;:.]|\\b(?:while|when|during|if|before|after|with|until|unless|in|for|on)\\b");

    private Targets() {}

    /** The ranges that a directive which forbids names. */
    static List<Range> forbidden(String text, Range clause, Directive directive, Product product) {
        String words = text.substring(directive.start(), directive.end());
        Matcher nursing = NURSING.matcher(words);
        if (nursing.find()) {
            return List.of(new Range(directive.start() + nursing.start(), directive.start() + nursing.end()));
        }
        String behind = text.substring(directive.end(), clause.end());
        if (NOT_PATIENT
                .matcher(text.substring(clause.start(), directive.start()))
                .find()) {
            return List.of();
        }
        if (AVOIDS.matcher(words).find() && !DRUG_ITSELF.matcher(behind).find() && !namesDrug(behind, product)) {
            return List.of();
        }
        Matcher connector = CONNECTOR.matcher(behind);
        if (connector.find() && governsState(connector, behind, words)) {
            int start = directive.end() + connector.end();
            Matcher person = WHO.matcher(text).region(start, clause.end());
            return withFurtherPersons(text, person.lookingAt() ? person.end() : start, clause.end());
        }
        return subject(text, clause.start(), directive.start());
    }

    /** "avoid products containing testol": what is avoided, up to the first word that says when, holds the drug's name. */
    private static boolean namesDrug(String behind, Product product) {
        Matcher end = OBJECT_END.matcher(behind);
        String object = (end.find() ? behind.substring(0, end.start()) : behind).toLowerCase(Locale.ROOT);
        return product.ingredients().stream().anyMatch(i -> object.contains(i.name()));
    }

    /** The range at {@code start}, and those of the persons named behind it: "gout, or those who are pregnant". */
    private static List<Range> withFurtherPersons(String text, int start, int end) {
        List<Range> ranges = new ArrayList<>();
        Matcher further = FURTHER_PERSONS.matcher(text).region(start, end);
        int from = start;
        while (further.find()) {
            Range before = range(text, from, further.start());
            ranges.add(before);
            if (before.end() < further.start()) {
                return ranges;
            }
            from = further.end();
        }
        ranges.add(range(text, from, end));
        return ranges;
    }

    /** Whether a preposition opens the state of a patient, not a co-medication, a purpose or a time. */
    private static boolean governsState(Matcher connector, String behind, String directive) {
        String word = connector.group(1).toLowerCase(Locale.ROOT);
        boolean drug = word.equals("with")
                && connector.start(1) < NEAR
                && !PERSON_WITH.matcher(behind).find();
        boolean place = word.equals("to") && !APPLIES.matcher(directive).find();
        boolean time = word.equals("unless") || word.equals("before") || word.equals("until") || word.equals("after");
        String rest = behind.substring(connector.start(1));
        return !drug
                && !place
                && !time
                && !PURPOSE.matcher(rest).matches()
                && !TREATMENT.matcher(rest).find();
    }

    /** The ranges before a directive that say whom it is about. */
    private static List<Range> subject(String text, int start, int end) {
        List<Range> ranges = new ArrayList<>();
        int to = end;
        for (Matcher m = AUXILIARY.matcher(text.substring(start, to));
                m.find();
                m = AUXILIARY.matcher(text.substring(start, to))) {
            to = start + m.start();
        }
        Matcher person = PERSON_WITH.matcher(text).region(start, to);
        if (person.find()) {
            ranges.add(new Range(person.end(), to));
            return ranges;
        }
        Matcher connector = SUBJECT_CONNECTOR.matcher(text).region(start, to);
        if (connector.find()) {
            ranges.add(range(text, connector.end(), to));
            return ranges;
        }
        Range bare = range(text, start, to);
        if (bare.end() > bare.start()
                && STATED.matcher(text.substring(start, end)).find()) {
            ranges.add(bare);
        }
        return ranges;
    }

    /** The ranges of a clause that bids caution. */
    static List<Range> cautioned(String text, Range clause) {
        List<Range> ranges = new ArrayList<>();
        Matcher hazard = HAZARD_SUBJECT.matcher(text).region(clause.start(), clause.end());
        if (hazard.lookingAt()) {
            ranges.add(new Range(clause.start(), hazard.end(1)));
        }
        for (Pattern anchor : List.of(PERSON_WITH, HISTORY, STATE, HAZARD)) {
            Matcher m = anchor.matcher(text).region(clause.start(), clause.end());
            while (m.find()) {
                int at = m.end();
                boolean within = ranges.stream().anyMatch(r -> r.start() <= at && at < r.end());
                if (!within && at < clause.end()) {
                    ranges.add(range(text, at, clause.end()));
                }
            }
        }
        return ranges;
    }

    private static Range range(String text, int start, int end) {
        Matcher stop = END.matcher(text).region(start, end);
        return new Range(start, stop.find() ? stop.start() : end);
    }
}
