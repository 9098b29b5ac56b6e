package org.w3id.materia.extract.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Brackets;

/** Finds the parts of a sentence that name what interacts: objects of a trigger, and subjects before one. */
final class InteractionClauses {
    /** What is done together by custom is no interaction: "is often given together with". */
    private static final String CUSTOM =
            "(?:often|usually|typically|commonly|generally|frequently|routinely|sometimes|always|also) ";

    private static final Pattern BY_CUSTOM = Pattern.compile("\\b(?:is|are) " + CUSTOM + "(?:\\w+ )?$");
    private static final Pattern TREATMENT = Pattern.compile(
            "\\b(?:is|are) " + CUSTOM + "(?:co-?administered|combined|given|used|taken|prescribed)(?: \\w+)? with\\b");
    /** Other medicines that interact: with this one, or with what tells which of them are meant. */
    private static final Pattern OTHERS =
            Pattern.compile("\\b(?:(?:many|several|some|certain|numerous|various|other|most|few)"
                    + " (?:medications|medicines|drugs|substances|supplements|products|foods|herbs)"
                    + "|(?:medications|medicines|drugs|substances|supplements|products) (?:that|which))"
                    + "(?: (?:can|may|could|might|will|are known to|\\w+ly|also))* $");

    /** What stands behind these words interacts, whatever its name. */
    private static final Pattern INTERACTS = Pattern.compile(
            "\\binteract(?:s|ed|ing)?(?: \\w+){0,2}? with\\b"
                    + "|\\b(?:concurrent|concomitant|simultaneous) (?:use|administration) of (?:[\\w-]+ ){1,3}with\\b"
                    + "|\\binteractions?(?: \\w+){0,4}? with\\b"
                    + "|\\binteractions? (?:\\w+ ){0,3}?(?:include|includes|including|involve|involves)\\b"
                    + "|\\b(?:concurrent|concomitant|simultaneous) (?:use|administration|therapy|treatment)(?: \\w+)? (?:of|with)\\b|\\bco-?administration (?:of|with)\\b");
    /** What stands behind these words is taken beside the drug. */
    private static final Pattern OBJECT = Pattern.compile(
            "\\b(?:concurrent|concomitant|simultaneous|combined)(?: \\w+)?(?: use| administration| therapy| treatment| intake| consumption|ly)?(?: \\w+)? (?:of|with)\\b"
                    + "|\\beffects? (?:is|are) seen with\\b|\\b(?:concurrently|concomitantly|simultaneously|together|alongside) (?:with|taking|using|receiving)\\b"
                    + "|\\bco-?administ(?:er|ered|ration|ering) (?:of|with)\\b"
                    + "|\\b(?:taking|using|combining|administering|giving) (?:it|them|this \\w+) (?:with|alongside)\\b"
                    + "|\\bco-?administ(?:er|ered|ration|ering)(?: \\w+){1,3}? with\\b"
                    + "|\\bcombin(?:e|ed|es|ing)(?: \\w+){0,4}? with\\b"
                    + "|\\bcombination (?:of \\w+ )?with\\b(?=.*\\b(?:increase|risk|caution|avoid|not))"
                    + "|\\b(?:not|never|avoid|avoided|cautiously|caution)\\b(?: \\w+){0,6}? (?:taken|taking|used|using|given|mixed|administered|combined|together|alongside|applied|use|administration|mix|take)(?: \\w+){0,3}? (?:with(?!in|out)|alongside|together with)\\b"
                    + "|\\b(?:when|if)(?: \\w+){0,2} (?:taken|used|given|administered)(?: \\w+)? with\\b");
    /** What stands behind these words counts where it is recognised. */
    private static final Pattern WARNING_OBJECT = Pattern.compile(
            "\\b(?:reduc|decreas|increas|enhanc|alter|impact|affect|potentiat|diminish|lower|impair|interfer|prolong|intensif|rais|antagoni[sz]|influenc|inhibit|weaken|worsen)(?:e|es|ed|ing|s|y|ies)? (?:with )?(?:the )?(?:\\w+ ){0,3}?(?:effects?|effectiveness|efficacy|actions?|activity|levels?|concentrations?|absorption|metabolism|\\w*toxicity|clearance|excretion|elimination|bioavailability|exposure)(?: (?:and|or) \\w+)? of\\b"
                    + "|\\b(?:medications?|drugs?|medicines?|products?|supplements?|substances?|treatments?|agents?|remedies|medicine),? (?:you(?:'re| are) (?:currently )?(?:taking|using),? )?(?:(?:especially|particularly|including|such as|like|e\\.g\\.|in particular|primarily)\\b(?: if taking| when combined with| with)?)"
                    + "|\\b(?:medications?|drugs?|medicines?|products|substances)\\b[^.;]*?,? (?:especially|particularly|in particular|including|such as) "
                    + "|\\bcaution (?:\\w+ ){0,5}with\\b|\\b(?:hours?|days?|weeks?|minutes?) (?:after|before|of)(?: (?:taking|using|receiving|stopping|discontinuing))?\\b"
                    + "|\\b(?:you(?:'re| are)|patients|individuals|people|those|anyone|while|when|if|also|currently|concurrently|or|before|are|avoid)(?: (?:also|currently|already|concurrently|who are|especially if|concomitantly))? (?:taking|receiving|using|treated with|on)\\b"
                    + "|\\b(?:have|has)(?: recently| just| already)? taken\\b"
                    + "|\\b(?:contraindicated|not recommended|avoided)(?: for use| in combination| in conjunction)? with\\b|\\b(?:before|without|avoid|by|if) (?:taking|using|combining|applying|mixing)(?: \\w+){0,4}? with\\b"
                    + "|\\b(?:(?<!long-term )(?<!prolonged )use of|taking|interferes? with|exacerbated by|potentiated by|enhanced by|reduced by|increased by|intensified by|decreased by|affected by|inhibited by|induced by|altered by|especially with|particularly with|caution with|cautiously with)\\b"
                    + "|\\bwithin \\w+ (?:\\w+ )?(?:days|hours|weeks|minutes)(?: before)?(?: and \\w+ (?:days|hours) after| or after)?(?: of(?: taking| using| receiving)?| after)?\\b"
                    + "|\\b(?:avoid|limit|restrict|avoiding|limiting)\\b");

    private static final Pattern SUBJECT_VERB = Pattern.compile(
            "\\b(?:(?:may|can|could|might|should|must|will|would|do|potentially)(?: \\w+ly| also| both| either| not| negatively)*? (?:interact|increase|decrease|reduce|enhance|alter|affect|potentiate|diminish|lower|impair|interfere|prolong|intensify|worsen|exacerbate|raise|be avoided|be used cautiously|be used with caution|be taken|not be|inhibit|induce|bind|influence|necessitate|cause|lead|block|counteract|antagonize|slow|be limited|be separated|require|compete|result|delay|add|amplify|be administered)"
                    + "|(?:increases?|decreases?|reduces?|enhances?|alters?|affects?|potentiates?|impairs?|interferes?|inhibits?|interacts?|prolongs?|worsens?) (?:with )?(?:the )?(?:\\w+ ){0,3}?(?:effects?|effectiveness|efficacy|actions?|levels?|concentrations?|absorption|metabolism|toxicity|clearance|risk|bioavailability|with)"
                    + "|(?:is|are) (?:(?!" + CUSTOM
                    + ")\\w+ )?(?:(?:used|taken|given|administered) (?:concurrently|concomitantly|together|simultaneously)|contraindicated|avoided|not recommended|prohibited))\\b");
    private static final Pattern ADVISES = Pattern.compile(
            "(?:be avoided|be used|be taken|not be|be administered|contraindicated|avoided|not recommended)$");
    /** Behind advice: it is about patients to whom the drug is given, so that its subject is the drug. */
    private static final Pattern PATIENTS = Pattern.compile(
            "(?: \\w+){0,2}? (?:with caution |cautiously )?(?:in|during|by|for|to)\\b(?!.*\\b(?:taking|receiving|using|treated with|treatment|therapy|taken)\\b)");
    /** Where interactions are listed, whatever acts is an agent. */
    private static final Pattern ZONE_VERB = Pattern.compile(
            "\\b(?:may|can|could|might|should|is|are|(?:increase|decrease|reduce|enhance|raise|lower|alter|deepen|slow|make|weaken|strengthen|oppose|bind|compete|speed|hide|lose|fail|add|act|reach|promote|hinder|impair|cause|prolong|potentiate|inhibit|induce|affect)s?|reaches)\\b");

    private static final Pattern CLAUSE_START = Pattern.compile(
            "(?:^|[;:]\\s|(?<!\\bst)\\.\\s|,\\s(?:and|but|while|whereas|as|since|because|although)\\s|\\b(?:if|when|as|since|because|however,|additionally,|also,|but|while|therefore,|furthermore,|specifically,|for example,|for instance,)\\s)");
    private static final Pattern CUT = Pattern.compile(
            "\\s[–—-]\\s|—|;|(?<!\\bst)[.?!](?:\\s|$)"
                    + "|,?\\s+(?<!\\bthat\\s)(?<!\\bwhich\\s)(?<!\\bsuch\\s)(?:by (?:\\w+ing)|for (?:\\w+|\\d+) (?:days|weeks|months|hours)|in the same|because|since|so|due to|may|can|could|might|should|must|will|would|is|are|was|were|has|have|had|unless|without|if|when|while|during|until|before|after|but|though|although|however|therefore|than|it|it's|you|your|leading|resulting|potentially|possibly|requires?|at the same time|in patients|in some|in order|for at least|warrants?|under|as(?! well)|necessitates?|necessitating|requiring|causing(?<=, causing)|needs?|(?<!used )to (?:avoid|prevent|reduce|minimi[sz]e|ensure|treat|achieve|enhance|improve|manage|increase|provide)|in \\w+ (?:cases|patients|individuals)|(?:and|or) (?:can|may|it|this|should|its|their|is|are|other (?:health|medical)|have|has|avoid|monitor|consult|inform|always|any))\\b"
                    + "|,\\s+(?:which|who|where|this|these|they|that|there|increas|decreas|reduc|enhanc|alter|affecting|with|inform|consult|always|careful|monitor|do not|avoid)"
                    + "|\\s(?:increases|enhances|reduces|raises|decreases|alters|affects|lowers|impairs|causes|leads|results|poses|carries|potentiates)\\b"
                    + "|\\s(?:increase|enhance|reduce|decrease|affect|lower) (?:the|its|their)\\b(?<!(?:that|also|or) \\w{1,9} (?:the|its|their))");

    private static final Pattern ALLERGIC = Pattern.compile(
            "\\b(?:allerg\\w*|hypersensitiv\\w*|components?|ingredients?)\\b(?:(?!\\b(?:taking|using|concurrent|concomitant|use of|taken|interact\\w*|medications|contraindicated)\\b)[^.;])*$");

    private static final List<String> ALLERGIC_HINTS = List.of("allerg", "hypersens", "component", "ingredient");

    private InteractionClauses() {}

    /** Whether a sentence says what the medicine is given together with as one treatment. */
    static boolean isTreatment(String sentence) {
        return TREATMENT.matcher(sentence.toLowerCase(Locale.ROOT)).find();
    }

    /** The ranges in the order of the text; {@code zone}: the sentence stands where interactions are listed. */
    static List<Range> of(String text, boolean zone) {
        String plain = Brackets.blank(text).toLowerCase(Locale.ROOT).replace('’', '\'');
        List<Range> ranges = new ArrayList<>();
        addObjects(ranges, INTERACTS, plain, Range.Trigger.INTERACTS);
        addObjects(ranges, OBJECT, plain, Range.Trigger.JOINT_USE);
        addObjects(ranges, WARNING_OBJECT, plain, Range.Trigger.WARNING);
        Matcher verb = SUBJECT_VERB.matcher(plain);
        while (verb.find()) {
            if (!zone
                    && ADVISES.matcher(verb.group()).find()
                    && PATIENTS.matcher(plain)
                            .region(verb.end(), plain.length())
                            .lookingAt()) {
                continue;
            }
            int start = clauseStart(plain, verb.start());
            int end = Math.min(verb.start(), cut(plain, Math.min(start + 1, verb.start())));
            ranges.add(new Range(start, end, Range.Trigger.WARNING));
        }
        Matcher act = ZONE_VERB.matcher(plain);
        if (zone && act.find()) {
            ranges.add(new Range(0, act.start(), Range.Trigger.WARNING));
        }
        if (zone && ranges.isEmpty() && cut(plain, 0) >= plain.length() - 1) {
            ranges.add(new Range(0, plain.length(), Range.Trigger.JOINT_USE));
        }
        ranges.removeIf(r -> r.start() >= r.end());
        return ranges;
    }

    private static void addObjects(List<Range> ranges, Pattern pattern, String plain, Range.Trigger trigger) {
        Matcher m = pattern.matcher(plain);
        boolean allergic = ALLERGIC_HINTS.stream().anyMatch(plain::contains);
        while (m.find()) {
            String before = plain.substring(0, m.start());
            boolean named = trigger == Range.Trigger.WARNING
                    ? !allergic
                            || !ALLERGIC.matcher(plain.substring(0, m.end())).find()
                    : !BY_CUSTOM.matcher(before).find()
                            && !OTHERS.matcher(before).find();
            if (named) {
                ranges.add(new Range(m.end(), cut(plain, m.end()), trigger));
            }
        }
    }

    private static int clauseStart(String plain, int before) {
        Matcher m = CLAUSE_START.matcher(plain).region(0, before);
        int start = 0;
        while (m.find()) {
            start = m.end();
        }
        return start;
    }

    private static int cut(String plain, int from) {
        Matcher m = CUT.matcher(plain);
        int end = m.find(Math.min(from, plain.length())) ? m.start() : plain.length();
        // What stands in brackets is blank here and belongs to the words before it.
        while (end + 1 < plain.length() && plain.charAt(end) == ' ' && plain.charAt(end + 1) == ' ') {
            end++;
        }
        return end;
    }
}
