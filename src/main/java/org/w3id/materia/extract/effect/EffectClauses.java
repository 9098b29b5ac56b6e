package org.w3id.materia.extract.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parts of a sentence that list effects.
 *
 * @param lists half-open ranges of the sentence that list effects; empty where it lists none
 * @param fragment whether the sentence is a mere list without a verb
 */
record EffectClauses(List<Range> lists, boolean fragment) {
    /** A half-open range of the sentence. */
    record Range(int start, int end) {}

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
                    + "|\\bunlikely\\b|\\bnor\\b");
    private static final Pattern ADVICE = Pattern.compile(
            "^(?:if|should|when)\\b|\\b(?:seek|contact(?! (?:dermatitis|urticaria|sensiti|allerg|lens|irrit"
                    + "|burn))|consult|report|discontinue|stop (?:using|taking)|inform|tell|notify|call|talk to|speak"
                    + "|discuss|reported to|warrants?|prompt)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?:is|are|was|were)\\s+" + ADVERBS
                    + "(?:possible|common|uncommon|rare|infrequent|frequent|reported|observed|seen|noted|experienced"
                    + "|expected|less common|less frequent|a (?:common|rare|possible|potential|serious|known)|some of"
                    + "|among)\\b"
                    + "|\\b(?:have|has|had)\\s+" + ADVERBS
                    + "(?:been\\s+" + ADVERBS
                    + "(?:reported|observed|noted|seen|associated|described|documented|identified)|occurred)\\b"
                    + "|\\b(?:may|can|could|might)\\s+(?:have\\s+)?" + ADVERBS
                    + "(?:occur|occurred|develop|happen|happened|appear|arise|be experienced|be seen|be reported"
                    + "|be observed|be present|be noticed|be associated)\\b(?! (?:a|an|mild|some)\\b)",
            Pattern.CASE_INSENSITIVE);
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
                    + "|effects)(?:\\s*\\([^)]*\\))?\\s+(?:are|were|is)(?!\\s+(?:generally|usually|typically|mild"
                    + "|rare|not|often|mostly|relatively|possible|likely|less|more|common|also|similar|largely"
                    + "|primarily|the|based|due|dependent|directly|unknown|limited|well|expected|to be|listed"
                    + "|reported|minimal|temporary|uncommon|infrequent|either|those|rarely)\\b))\\b"
                    + "(?:\\s*,?\\s*but (?:is|are|were|was) not limited to)?[:,]?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADVISED = Pattern.compile(
            "^(?:.*?\\b(?:such as|including|like|symptoms of)\\b[:,]?\\s*|.*?:\\s+)"
                    + "|^.*?\\b(?:signs of|experience|notice|develop)\\b[:,]?\\s*(?!.*\\b(?:reactions?|such as"
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
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:is|are|was|were|may|can|could|might|should|will|would|must|has|have|had|include|includes"
                    + "|included|occur|occurs|cause|causes|experience|seek|contact(?! (?:dermatitis|urticaria|sensiti"
                    + "|allerg|lens|irrit|burn))|consult|report|stop|discontinue|see|require|requires|vary|varies"
                    + "|depend|depends|need|needs|affects?|tell|inform|discuss|monitor|ask|refer|remember)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The clauses of a sentence. */
    static EffectClauses of(String text) {
        String plain = Brackets.blank(text);
        Matcher verb = VERB.matcher(plain);
        boolean advice = ADVICE.matcher(plain).find();
        if (!advice && !verb.find() && plain.indexOf(": ") < 0) {
            return new EffectClauses(List.of(new Range(0, text.length())), true);
        }
        int colon = plain.indexOf(": ");
        if (colon > 0 && !advice && LabelKind.isSetting(plain.substring(0, colon))) {
            Range list = new Range(colon + 1, cut(plain, colon + 1));
            return new EffectClauses(List.of(list), false);
        }
        // A noun phrase with a remark behind a dash: "hives – these are rare".
        int dash = Brackets.dash(plain);
        if (dash > 0
                && !VERB.matcher(plain.substring(0, dash)).find()
                && !ADVICE.matcher(plain.substring(0, dash)).find()) {
            return new EffectClauses(List.of(new Range(0, dash)), true);
        }
        if (DENIAL.matcher(plain).find()) {
            return new EffectClauses(List.of(), false);
        }
        List<Range> lists = advice ? advised(plain) : stated(plain);
        return new EffectClauses(lists, false);
    }

    private static List<Range> stated(String plain) {
        List<Range> lists = new ArrayList<>();
        Matcher adverbial = ADVERBIAL.matcher(plain);
        int start = adverbial.find() ? adverbial.end() : 0;
        int from = start;
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
        List<Range> lists = new ArrayList<>();
        if (object.find()) {
            lists.add(new Range(object.end(), cut(plain, object.end())));
        }
        return lists;
    }

    private static int cut(String plain, int from) {
        Matcher cut = CUT.matcher(plain);
        return cut.find(from) ? cut.start() : plain.length();
    }
}
