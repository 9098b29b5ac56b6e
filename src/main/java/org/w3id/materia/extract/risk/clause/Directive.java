package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.Words;

/**
 * Words that forbid, advise against, bid caution or reassure.
 *
 * @param form the entry of {@code directives.txt} that they are
 * @param from their first token
 * @param to behind their last
 */
public record Directive(Level level, String form, int from, int to) {
    private static final Lexicon DIRECTIVES = Lexicon.load("extract/risk/directives.txt");
    private static final Set<String> DENIALS = Set.of("no", "not", "without", "nor");
    private static final Set<String> CONDITIONS = Set.of("when", "where", "if", "as", "because", "since", "who");
    private static final Set<String> ANOTHER = Set.of("a", "an", "the", "other", "another");
    private static final Set<String> ATTRIBUTES = Set.of("own", "potential", "possible", "any", "detailed");
    private static final Set<String> VARIES = Set.of("vary", "varies", "depend", "differ", "may");
    private static final Set<String> DOUBTS = Set.of("potentially", "possibly", "perhaps");
    private static final Set<String> TELLING =
            Set.of("inform", "tell", "notify", "disclose", "be aware", "mention", "let your doctor");
    private static final int DENIAL_REACH = 4;
    private static final int MAYBE_REACH = 8;

    /** The directives of a range of tokens, in order. */
    public static List<Directive> all(Words words, int from, int to) {
        Wording wording = new Wording(words, from, to);
        List<String> forms = wording.forms();
        List<Directive> found = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            int n = DIRECTIVES.prefixLength(forms, i);
            if (n > 0) {
                String entry = String.join(" ", forms.subList(i, i + n));
                int start = wording.token(i);
                int end = wording.token(i + n - 1) + 1;
                if (!isDenied(forms, i) && !isInabilityOfAnother(forms, i) && !isMentioned(forms, i, i + n)) {
                    found.add(new Directive(level(entry, words, start, end), entry, start, end));
                }
                i += n - 1;
            }
        }
        return found;
    }

    /** The firmest directive of a range; of equals the first. */
    public static Optional<Directive> firmest(Words words, int from, int to) {
        return all(words, from, to).stream().reduce((a, b) -> b.level.compareTo(a.level) < 0 ? b : a);
    }

    /** An adverb before or inside of a prohibition makes it a recommendation: "generally avoided". */
    private static Level level(String entry, Words words, int start, int end) {
        Level level = Level.of(DIRECTIVES.value(entry).orElseThrow());
        if (level.forbids() && DOUBTS.contains(words.word(start - 1))) {
            return Level.CAUTION;
        }
        if (level == Level.CONTRAINDICATED) {
            for (int i = start - 1; i < end; i++) {
                if (Wording.ADVERBS.value(words.word(i)).filter("weak"::equals).isPresent()) {
                    return Level.NOT_RECOMMENDED;
                }
            }
        }
        return level == Level.CONTRAINDICATED
                        && entry.startsWith("avoid")
                        && words.word(start - 1).equals("or")
                        && mayBe(words, start)
                ? Level.CAUTION
                : level;
    }

    /** "may require close monitoring or avoidance". */
    private static boolean mayBe(Words words, int start) {
        for (int i = Math.max(0, start - MAYBE_REACH); i < start; i++) {
            if (words.word(i).equals("may") || words.word(i).equals("might")) {
                return true;
            }
        }
        return false;
    }

    /** The same words, taken for another level. */
    public Directive as(Level other) {
        return new Directive(other, form, from, to);
    }

    private static boolean isDenied(List<String> forms, int at) {
        if (forms.subList(forms.subList(0, at).lastIndexOf(",") + 1, at).contains("whether")) {
            return true;
        }
        for (int i = at - 1; i >= 0 && i >= at - DENIAL_REACH; i--) {
            String form = forms.get(i);
            if (!Character.isLetter(form.charAt(0))) {
                return false;
            }
            if (DENIALS.contains(form)) {
                return !form.equals("without") || !forms.subList(i, at).contains("is");
            }
        }
        return false;
    }

    /** "when a vitamin K antagonist cannot be taken", "when statins are contraindicated", "if the patient cannot take tablets": a reason for this drug. */
    private static boolean isInabilityOfAnother(List<String> forms, int at) {
        boolean inability = forms.get(at).equals("can");
        for (int i = at - 1; i >= 0 && Character.isLetter(forms.get(i).charAt(0)); i--) {
            boolean another = inability
                    ? ANOTHER.contains(forms.get(i))
                    : forms.get(i).endsWith("other")
                            || i > 0 && !forms.get(i - 1).equals("as") && isMedicine(forms.get(i));
            if (another && i > 0 && CONDITIONS.contains(forms.get(i - 1))
                    || forms.get(i).equals("whom")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMedicine(String form) {
        return NameBook.get().is(form, NameKind.DRUG) || NameBook.get().is(form, NameKind.DRUG_CLASS);
    }

    /** "each has its own contraindications", "contraindications vary": a word about reasons, that gives none. */
    private static boolean isMentioned(List<String> forms, int from, int to) {
        boolean noun = to == from + 1 && forms.get(from).replace("-", "").startsWith("contraindication");
        return noun
                && (from > 0 && ATTRIBUTES.contains(forms.get(from - 1))
                        || to < forms.size() && VARIES.contains(forms.get(to)));
    }

    /** Whether it is a word by which the drug's use is avoided: what follows may be the use, the drug or another thing. */
    boolean avoids() {
        return form.endsWith("avoid") || form.endsWith("avoiding") || form.endsWith("avoids");
    }

    /** Whether it only tells how the drug is not used, and forbids nothing: "is not given". */
    public boolean describes() {
        return form.equals("is not USED") || form.startsWith("not standard") || form.startsWith("rarely");
    }

    /** Whether it ends what has begun; what it is about is its subject then: "breastfeeding must be stopped". */
    boolean stops() {
        return form.endsWith("stopped") || form.endsWith("interrupted");
    }

    /** Whether someone is the subject who is to do or leave something: "should not take". */
    boolean isActive() {
        return avoids() || form.endsWith(" USE");
    }

    /** Whether it bids to do or to leave something: "avoid", "monitor", "do not use". */
    public boolean instructs() {
        return form.equals("avoid") || form.equals("monitor") || form.startsWith("do not") || form.startsWith("reduce");
    }

    /** Whether it is the word "caution" in one of its forms. */
    public boolean bidsCaution() {
        return form.startsWith("cauti");
    }

    /** Whether it bids to tell or to know of a state: "inform your doctor of", "be aware of". */
    public boolean tells() {
        return TELLING.contains(form);
    }

    /** Whether it bids care by a word behind which those stand that need it: "caution", "carefully". */
    public boolean bidsCare() {
        return bidsCaution() || form.startsWith("careful") || form.startsWith("precaution");
    }
}
