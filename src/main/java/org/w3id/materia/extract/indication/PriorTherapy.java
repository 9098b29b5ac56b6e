package org.w3id.materia.extract.indication;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The therapy that must have gone before, in the text's own words: "who have already received at least one other therapy". */
final class PriorTherapy {
    private static final String THERAPY =
            "(?:[a-z-]+ ){0,6}?(?:therap(?:y|ies)|treatments?|medications?|drugs?|regimens?|agents?|antibiotics?|options?|chemotherapy|inhibitors?|surgery)";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "\\b(?:(?:who|that) (?:have|has|had)|(?:have|has|had)(?= previously| already)) (?:already |previously |also )*(?:received|undergone|tried|failed|been treated with)(?: to respond to)? "
                            + THERAPY + "\\b",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:who|that|which) (?:have|has|had|do|does|did)(?: not|n't) (?:adequately |previously |sufficiently )*(?:responded|respond) (?:adequately |well )?to "
                            + THERAPY + "\\b",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:when|if|after|where) (?:other |previous |prior |standard |first-line |conventional |initial )+"
                            + THERAPY + " (?:have|has) (?:failed|been ineffective|not been effective)\\b",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:progressed|progression|relapsed) (?:on or )?after (?:prior |previous )?(?:treatments?|therapy) with [a-z-]+(?:-[a-z]+)*(?: and [a-z-]+)?",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\bafter (?:the )?(?:failure of|failing|at least|previous|prior|treatment with) " + THERAPY
                            + "\\b",
                    Pattern.CASE_INSENSITIVE));

    /** What each form holds; most sentences have none of it. */
    private static final Pattern HINT = Pattern.compile("receiv|undergone|tried|fail|been |respond|after ");

    private PriorTherapy() {}

    static Optional<String> in(String sentence) {
        if (!HINT.matcher(sentence).find()) {
            return Optional.empty();
        }
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(sentence);
            if (m.find()) {
                return Optional.of(m.group());
            }
        }
        return Optional.empty();
    }
}
