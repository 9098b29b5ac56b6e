package org.w3id.materia.extract.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.monograph.Passage.Range;

/**
 * Finds the parts of a sentence that list effects.
 *
 * @param lists half-open ranges of the sentence that list effects; empty where it lists none
 * @param fragment whether the sentence is a mere list without a verb
 */
record EffectClauses(List<Range> lists, boolean fragment) {
    private static final String ADVERBS =
            "(?:(?:also|sometimes|rarely|potentially|possibly|occasionally|likely|commonly|frequently|generally"
                    + "|usually|often|still|typically|theoretically|but|not limited to|all|both|more|less|very|most"
                    + "|relatively|quite|extremely|fairly|somewhat|then|even|have|has|be|been|they|and|are|is|mild"
                    + "|temporary|transient|infrequent|generally mild)[, ]+)*?";

    private static final Pattern DENIAL =
            Pattern.compile("\\b(?:does|do|did|is|are|was|were|has|have|had|should|would|could|can)(?: not"
                    + "|n't)\\b(?! (?:everyone|all|always|limited|only|clearly|well))|\\bno (?:known |reported "
                    + "|significant |specific |serious |major |adverse |side |common |documented "
                    + "|established )*(?:side|adverse|effects?|reactions?|reports?|information|data)\\b|\\bwithout\\b"
                    + "|\\bunlikely\\b|\\bnor\\b|\\bnot from the\\b");
    private static final Pattern ADVICE = Pattern.compile(
            "^(?:if|should|when)\\b|\\b(?:seek|contact(?! (?:dermatitis|urticaria|sensiti|allerg|lens|irrit"
                    + "|burn))|consult|report|discontinue|stop (?:using|taking)|inform|tell|notify|call|talk to|speak"
                    + "|discuss|reported to|warrants?|prompt)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?:is|are|was|were)\\s+" + ADVERBS
                    + "(?:(?:an? )?(?:medical"
                    + " )?emergenc(?:y|ies)|possible|common|uncommon|rare|infrequent|frequent|reported|observed|seen|noted|experienced|expected|less"
                    + " common|less frequent|a (?:common|rare|possible|potential|serious|known)|some of|among)\\b"
                    + "|\\b(?:have|has|had)\\s+" + ADVERBS
                    + "(?:been\\s+" + ADVERBS
                    + "(?:reported|observed|noted|seen|associated|described|documented|identified)|occurred)\\b"
                    + "|\\b(?:may|can|could|might)\\s+(?:have\\s+)?" + ADVERBS
                    + "(?:occur|occurred|develop|happen|happened|appear|arise|be experienced|be seen|be reported"
                    + "|be observed|be present|be noticed|be associated)\\b(?! (?:a|an|mild|some)\\b)",
            Pattern.CASE_INSENSITIVE);
    /** What effects hang on is none: "side effects may depend on the dose, and be influenced by other illnesses". */
    private static final Pattern FACTORS = Pattern.compile(
            "\\b(?:depend(?:s|ing)?|dependent) (?:up)?on\\b|\\b(?:influenced|determined) by\\b|\\b(?:vary|varies|varying) (?:\\w+ )*(?:by|in|with|from|between|based)\\b");
    /** Several effects that are said to be signs of another: "Thirst, nausea and confusion can be signs of …". */
    private static final Pattern SIGNS = Pattern.compile(
            "\\b(?:(?:may|can|could|might) be|is|are) (?:the |an? |early |late |warning )*(?:signs?|symptoms?)"
                    + " (?:of|that)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What is said to need help: "A sore throat, fever or bruising must be reported at once". */
    private static final Pattern NEEDS_HELP =
            Pattern.compile("\\b(?:must|should|need to|needs to) (?:always )?be reported\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OBJECT = Pattern.compile(
            "\\b(?:(?:may|can|could|might|will|would|to|likely|did|potentially)\\s+(?:have\\s+)?" + ADVERBS
                    + "(?:include|included|cause|caused|lead to|led to|result in|resulted in|produce|produced|trigger"
                    + "|induce|experience|experienced|develop|involve|range from|increase the risk of|contribute to"
                    + "|be)"
                    + "|includes?|included|including|causes|caused(?! by)|causing|leads? to|led to|leading to"
                    + "|resulting in|results in|such as|experiences?|experienced|involve|increasing the risk of"
                    + "|increases the risk of|(?=ranging from)|(?<=symptoms |effects |problems |issues |reactions "
                    + "|conditions )like"
                    + "|signs of|(?:side effects|adverse effects|reactions|ones"
                    + "|effects?)(?:\\s*\\([^)]*\\))?\\s+(?:are|were|is)(?!\\s+(?:generally|usually|typically|mild"
                    + "|rare|not|often|mostly|relatively|possible|likely|less|more|common|also|similar|largely"
                    + "|primarily|the|based|due|dependent|directly|unknown|limited|well|expected|to be|listed"
                    + "|reported|minimal|temporary|uncommon|infrequent|either|those|rarely)\\b))\\b"
                    + "(?:\\s*,?\\s*but (?:is|are|were|was) not limited to)?[:,]?\\s*",
            Pattern.CASE_INSENSITIVE);
    /** A reaction is only named here for its signs; where a bracket, blank here, holds them, they are read with it. */
    private static final Pattern ADVISED = Pattern.compile(
            "^(?:.*?\\b(?:such as|including|like|symptoms of)\\b[:,]?\\s*|.*?:\\s+)|^.*?\\b(?:signs"
                    + " of|experience|notice|develop)\\b[:,]?\\s*(?!.*\\b(?:reactions?(?!\\s{4})|such as"
                    + "|including|like)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CUT = Pattern.compile(
            "\\s[–—-]\\s|—|[,;]\\s+(?:but|although|though|which|so|as|because|however|with|when|if"
                    + "|depending|requiring|necessitating|seek|contact|consult|and (?:these|they|it|should|may|can"
                    + "|are|is|require|in|if|will)|these|this|particularly if|especially)\\b"
                    + "|\\s(?:if|when|because|although|though|while|but|however|unless|until)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADVERBIAL = Pattern.compile(
            "^(?:(?:while|although|though|despite)\\b[^,]*,\\s*|in (?:very )?rare cases,?\\s*|in some cases,?\\s*"
                    + "|(?:very )?rarely,\\s*|occasionally,\\s*|however,\\s*|additionally,\\s*|less commonly,\\s*"
                    + "|sometimes,\\s*|with [^,]*,\\s*|for example,\\s*)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?<=\\w )(?:that|which|who|whose \\w+) (?:causes?|is|are|was|were|may|can|do|does|did|has|have|had)(?:"
                    + " not|n['’]t)? \\w+(?:(?! (?:is|are|was|were|may|can|must|should|has|have|include)\\b)[^,;:])*");
    private static final Pattern DASH = Pattern.compile("—(?=.)|(?<=\\s)[–-](?=\\s)", Pattern.DOTALL);
    private static final Pattern RELATIVE = Pattern.compile(",\\s+(?:which|that)\\s");
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:(?:it|there|that)['’]s|(?:is|are|was|were|does|do|has|have|can|could)n['’]t|is|are|was|were|may|can|could|might|should|will|would|must|has|have|had|include|includes|included|occur|occurs|cause|causes|experience|seek|contact(?!"
                    + " (?:dermatitis|urticaria|sensiti"
                    + "|allerg|lens|irrit|burn))|consult|report|stop|discontinue|see|require|requires|vary|varies"
                    + "|depend|depends|need|needs|affects?|tell|inform|discuss|monitor|ask|refer|remember|comes?|responds?|resolves?|disappears?|subsides?|lasts?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The clauses of a sentence. */
    static EffectClauses of(String text) {
        String plain = withoutDescriptions(Brackets.blank(text));
        Matcher verb = VERB.matcher(plain);
        boolean advice =
                ADVICE.matcher(plain).find() || NEEDS_HELP.matcher(plain).find();
        if (!advice && !verb.find() && plain.indexOf(": ") < 0) {
            return new EffectClauses(List.of(new Range(0, text.length())), true);
        }
        int colon = plain.indexOf(": ");
        boolean listed = colon > 0 && !advice && !VERB.matcher(plain).find();
        if (listed || colon > 0 && !advice && LabelKind.isSetting(plain.substring(0, colon))) {
            Range list = new Range(colon + 1, cut(plain, colon + 1));
            return new EffectClauses(List.of(list), false);
        }
        int remark = remark(plain);
        if (remark > 0
                && !VERB.matcher(plain.substring(0, remark)).find()
                && !ADVICE.matcher(plain.substring(0, remark)).find()) {
            return new EffectClauses(List.of(new Range(0, remark)), true);
        }
        if (DENIAL.matcher(plain).find() || FACTORS.matcher(plain).find() && plain.indexOf(',') < 0) {
            return new EffectClauses(List.of(), false);
        }
        List<Range> lists = advice ? advised(plain) : stated(plain);
        return new EffectClauses(lists, false);
    }

    /** The text with blanks for clauses that describe a noun: "meningitis that is not due to infection". */
    private static String withoutDescriptions(String plain) {
        return DESCRIPTION.matcher(plain).replaceAll(clause -> " "
                .repeat(clause.group().length()));
    }

    /** Where a remark on a noun phrase begins: "hives – these are rare", "hives, which can be severe"; -1 where none does. */
    private static int remark(String plain) {
        Matcher mark = DASH.matcher(plain);
        int dash = mark.find(Math.min(1, plain.length())) ? mark.start() : -1;
        Matcher relative = RELATIVE.matcher(plain);
        boolean closes = relative.find() && plain.indexOf(',', relative.end()) < 0;
        return closes && (dash < 0 || relative.start() < dash) ? relative.start() : dash;
    }

    private static List<Range> stated(String plain) {
        List<Range> lists = new ArrayList<>();
        Matcher adverbial = ADVERBIAL.matcher(plain);
        int start = adverbial.find() ? adverbial.end() : 0;
        int from = start;
        Matcher signs = SIGNS.matcher(plain);
        if (signs.find() && plain.lastIndexOf(',', signs.start()) > start) {
            return List.of(new Range(start, signs.start()));
        }
        Matcher subject = SUBJECT.matcher(plain);
        if (subject.find(start)) {
            lists.add(new Range(start, subject.start()));
            from = subject.end();
        }
        Matcher object = OBJECT.matcher(plain);
        if (object.find(from)) {
            lists.add(new Range(object.end(), cut(plain, object.end())));
        }
        lists.removeIf(r -> r.end() <= r.start());
        return lists;
    }

    /** What advice names: "seek help if you notice X", "… any of the following: X". */
    private static List<Range> advised(String plain) {
        Matcher object = ADVISED.matcher(plain);
        if (object.find()) {
            return List.of(new Range(object.end(), cut(plain, object.end())));
        }
        Matcher needs = NEEDS_HELP.matcher(plain);
        return needs.find() && plain.indexOf(',') > 0 && plain.indexOf(',') < needs.start()
                ? List.of(new Range(0, needs.start()))
                : List.of();
    }

    private static int cut(String plain, int from) {
        Matcher cut = CUT.matcher(plain);
        return cut.find(from) ? cut.start() : plain.length();
    }
}
