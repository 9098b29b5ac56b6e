package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.risk.clause.Span.Frame;
import org.w3id.materia.extract.risk.name.OtherMedicines;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Finds the words of a clause that name what its directive is about: behind it, or before it as the clause's subject. */
public final class Objects {
    private static final Set<String> STATES = Lexicon.words("""
            in | for | by | if | when | while | during | on | to | among | within | near | around | with""");
    private static final Set<String> EVENTS = Set.of("a", "an", "any", "previous", "severe", "recent");
    private static final Set<String> TIMED = Set.of("when", "while", "during", "on", "after", "within");
    private static final Set<String> DEMONSTRATIVES =
            Set.of("this", "these", "the", "it", "its", "your", "them", "their");
    /** What is said of adjustments or information is not said of the drug. */
    private static final Set<String> NOT_THE_DRUG = Lexicon.words("""
            adjustment | adjustments | information | alcohol | smoking | driving | data | guidelines | dosage |
            doses""");

    private static final Set<String> DOSING = Set.of("adjustment", "adjustments", "dosing", "schedule", "regimen");
    private static final Set<String> ABOUT = Set.of("of", "about");
    private static final Set<String> TIMES = Set.of("before", "after", "until", "unless", "without", "than");
    private static final Set<String> TOGETHER = Lexicon.words("""
            combination | conjunction | together | concurrently | concomitantly | simultaneously | along |
            co-administered | coadministered | co-administration | coadministration | combined | combining | mixed |
            mixing | mix | combine | use | used | take | taken | given | administration | concomitant""");
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "any", "all", "your", "their", "its", "those", "other", "of");
    private static final Set<String> APPLIED = Set.of("apply", "applied", "applying", "application");
    private static final Set<String> OTHERS_USE =
            Set.of("concurrent", "concomitant", "simultaneous", "combined", "co-administration", "coadministration");
    private static final Set<String> USE_NOUNS = Set.of("use", "administration", "injection", "application");
    private static final Set<String> DRUG_WORDS = Lexicon.words("""
            it | its | this | use | treatment | therapy | drug | medication | medicine | combination | product |
            vaccine | they | these | them | injection | tablets | tablet | cream | drops""");
    private static final Pattern EXAMPLES = Pattern.compile(",? (?:such as|including|like|among them|for example) ");
    private static final int WAY_LENGTH = 5;
    private static final Lexicon ITSELF = Lexicon.load("extract/risk/drug-itself.txt");
    private static final Lexicon AUXILIARIES = Lexicon.load("extract/risk/auxiliaries.txt", "language/auxiliaries.txt");
    private static final Lexicon TREATMENT = Lexicon.load("extract/risk/treatment.txt");
    private static final Lexicon FORMS = Lexicon.load("extract/risk/forms.txt");
    private static final Lexicon ROUTES = Lexicon.load("extract/risk/ways.txt");
    private static final Lexicon USES = Lexicon.load("extract/risk/uses.txt");

    private final Clause clause;
    private final Words words;
    private final OtherMedicines others;

    public Objects(Clause clause, OtherMedicines others) {
        this.clause = clause;
        this.words = clause.words();
        this.others = others;
    }

    /** What a directive that forbids names. */
    public List<Span> forbidden(Directive directive) {
        int nursing = nursing(directive);
        if (nursing >= 0) {
            return List.of(new Span(nursing, nursing + 1, Frame.STATE));
        }
        List<Span> found = new ArrayList<>();
        int at = directive.to();
        if (avoidsContact(directive)) {
            return List.of();
        }
        int listed = ListForm.announced(words, at, clause.to());
        if (directive.form().endsWith("indications") && listed > at) {
            return Parts.of(words, listed, clause.to(), Frame.STATE);
        }
        if (directive.form().endsWith(" for") && at < clause.to() && routes(at).isEmpty() && isWhom(at)) {
            return Parts.of(words, at, clause.to(), Frame.STATE);
        }
        if (directive.stops()) {
            List<Span> subject = subject(directive);
            return namesOther(subject) ? subject : List.of();
        }
        if (directive.isActive()) {
            int object = objectEnd(at);
            int own = skipUse(at, object);
            if (own < object && !others.own().areIn(words, own, object) && !isItself(own)) {
                found.add(new Span(own, object, Frame.COMPANION));
                if (isOther(own, object)) {
                    return found;
                }
            }
            at = object;
        }
        if (!directive.describes() && isAboutDrug(directive)) {
            found.addAll(routes(at));
        }
        List<Span> subject = subject(directive);
        if (!directive.isActive() && namesOther(subject)) {
            return subject;
        }
        List<Span> states = behind(at);
        found.addAll(states);
        if (found.isEmpty() || directive.isActive()) {
            found.addAll(subject);
        }
        return found;
    }

    /** "Avoid contact with the eyes" is about care in using it, and forbids nobody its use. */
    private boolean avoidsContact(Directive directive) {
        int contact = words.word(directive.to()).equals("contact") ? directive.to() : directive.to() + 1;
        return directive.avoids()
                && words.word(contact).equals("contact")
                && words.word(contact + 1).equals("with");
    }

    /** Whether the subject is a dose, its adjustment or information, and not the drug: "adjustments are not indicated". */
    public boolean isAboutDosing(Directive directive) {
        return !directive.isActive() && new Clause(words, clause.from(), directive.from()).has(DOSING);
    }

    /** What a directive to tell or to know of something names: "inform your doctor of any allergies". */
    public List<Span> told(Directive directive) {
        int from = directive.to();
        while (from < clause.to() && !ABOUT.contains(words.word(from))) {
            from++;
        }
        int to = from;
        while (to < clause.to()
                && !TIMES.contains(words.word(to))
                && !words.word(to).equals("you")) {
            to++;
        }
        return from < to ? Parts.of(words, from + 1, to, Frame.STATE) : List.of();
    }

    /** Whether the drug is what is to be left, and not a thing or a way of use of its own: "avoid alcohol". */
    public boolean isAboutDrug(Directive directive) {
        if (avoidsContact(directive)) {
            return false;
        }
        if (directive.isActive()) {
            int object = objectEnd(directive.to());
            int own = skipUse(directive.to(), object);
            return own >= object || others.own().areIn(words, own, object) || isItself(own) || !isOther(own, object);
        }
        if (directive.describes() && !routes(directive.to()).isEmpty()) {
            return false;
        }
        int subject = directive.from();
        while (subject > clause.from()
                && (AUXILIARIES.contains(words.word(subject - 1))
                        || Wording.ADVERBS.contains(words.word(subject - 1)))) {
            subject--;
        }
        return subject == clause.from()
                || others.own().areIn(words, clause.from(), subject)
                || new Clause(words, clause.from(), subject).has(DRUG_WORDS);
    }

    /** Whether the subject is another drug or a population, of which the whole clause then speaks. */
    private boolean namesOther(List<Span> subject) {
        if (subject.size() != 1 || subject.get(0).frame() != Frame.SUBJECT) {
            return false;
        }
        Span span = subject.get(0);
        String name = words.text()
                .substring(words.start(span.from()), words.end(span.to() - 1))
                .toLowerCase(Locale.ROOT);
        return others.isOther(EXAMPLES.split(name, 2)[0].strip()) || Populations.at(words, span.from()) > span.from();
    }

    /** The routes directly behind a directive: "never be given intravenously or by mouth". */
    private List<Span> routes(int from) {
        List<Span> found = new ArrayList<>();
        for (int i = from; i < clause.to(); ) {
            int n = words.match(ROUTES, i);
            if (n > 0) {
                found.add(new Span(i, i + n, Frame.ROUTE));
            } else if (!words.isConjunction(i)
                    && !words.isComma(i)
                    && !words.isBracket(i)
                    && !words.word(i).equals("it")
                    && !words.word(i).equals("for")
                    && !words.word(i).equals("be")
                    && !words.word(i).equals("injected")) {
                break;
            }
            i += Math.max(1, n);
        }
        return found;
    }

    /** What a question for a use is about: "Can I take it if I have gout?" */
    public List<Span> asked() {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (FORMS.value(words.word(i)).filter(f -> f.startsWith("USE")).isPresent()
                    || words.word(i).equals("safe")) {
                List<Span> routes = routes(objectEnd(i + 1));
                return routes.isEmpty() ? behind(i + 1) : routes;
            }
        }
        return List.of();
    }

    /** What a directive that bids care names behind it. */
    public List<Span> behind(int from) {
        int end = Ends.of(words, from, clause.to());
        for (int i = from; i < end; i++) {
            String word = words.word(i);
            boolean event = word.equals("after") && EVENTS.contains(words.word(i + 1));
            if (event) {
                return Parts.of(words, i + 1, clause.to(), Frame.STATE);
            }
            if (Thresholds.at(words, i) > i || Populations.aged(words, i) > i) {
                return Parts.of(words, i, clause.to(), Frame.STATE);
            }
            if (TIMES.contains(word) || words.isComma(i)) {
                return List.of();
            }
            if (isState(i)) {
                if (TIMED.contains(word) && words.match(TREATMENT, i + 1) > 0) {
                    return List.of();
                }
                Frame frame = frame(word, i);
                if (frame != null) {
                    return Parts.of(words, i + 1, clause.to(), frame);
                }
            }
        }
        return List.of();
    }

    /** A preposition behind which states stand; "among them" begins examples. */
    private boolean isState(int at) {
        return STATES.contains(words.word(at)) && !words.word(at + 1).equals("them");
    }

    /** What the noun phrase behind a preposition names; null where it is a purpose, a place or a time. */
    private Frame frame(String preposition, int at) {
        return switch (preposition) {
            case "with" -> isTogether(at) ? Frame.COMPANION : Frame.STATE;
            case "concurrently" -> null;
            case "in" -> TOGETHER.contains(words.word(at + 1)) ? null : Frame.STATE;
            case "for" -> opensUse(at + 1) || opensWeakness(at + 1) ? Frame.STATE : null;
            case "to" -> isApplied(at) ? Frame.PLACE : isWhom(at + 1) ? Frame.STATE : null;
            case "on", "near", "around" -> Frame.PLACE;
            case "by" -> isWhom(at + 1) ? Frame.STATE : null;
            case "when", "if", "while" ->
                FORMS.value(words.word(at + 1)).filter(Objects::isUse).isPresent() ? null : Frame.STATE;
            default -> Frame.STATE;
        };
    }

    private static boolean isUse(String form) {
        return form.equals("USED") || form.equals("USING");
    }

    private boolean isTogether(int with) {
        int before = with - 1;
        if (DRUG_WORDS.contains(words.word(before)) && DEMONSTRATIVES.contains(words.word(before - 1))) {
            before -= 2;
        }
        while (before > clause.from() && (Wording.ADVERBS.contains(words.word(before)) || words.isBracket(before))) {
            before--;
        }
        return TOGETHER.contains(words.word(before)) || others.own().areIn(words, before, with);
    }

    /** "do not inject intravenously": an adverb for a route is no object, as "oral" in "do not take oral iron" opens one. */
    private boolean isWay(int at) {
        return words.word(at).endsWith("ly")
                && ROUTES.value(words.word(at))
                        .filter(name -> name.endsWith("administration"))
                        .isPresent();
    }

    private boolean isApplied(int at) {
        for (int i = at - 1; i >= clause.from(); i--) {
            if (APPLIED.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhom(int at) {
        int i = at;
        while (DETERMINERS.contains(words.word(i)) && !Persons.NOUNS.contains(words.word(i))) {
            i++;
        }
        return Persons.NOUNS.contains(words.word(i)) || Populations.at(words, i) > i;
    }

    /** Whether "for" opens patients or a way of use: "for long-term use", "for use in children" opens none. */
    private boolean opensUse(int at) {
        if (isWhom(at)) {
            return true;
        }
        boolean use = false;
        for (int i = at + 1; i < at + WAY_LENGTH; i++) {
            use |= USE_NOUNS.contains(words.word(i));
        }
        return use && words.match(USES, at) > 0;
    }

    /** "not recommended for severe impairment". */
    private boolean opensWeakness(int at) {
        int noun = at;
        while (WordClasses.isDegree(words.word(noun)) || words.word(noun).equals("to")) {
            noun++;
        }
        return noun > at && words.word(noun).equals("impairment");
    }

    /** Behind the object of a verb of using: the first preposition that leads on, or the end of what is named. */
    private int objectEnd(int from) {
        if (from >= clause.to() || words.isComma(from) || isWay(from)) {
            return from;
        }
        int end = Ends.of(words, from + 1, clause.to());
        for (int i = from; i < end; i++) {
            String word = words.word(i);
            if (word.equals("of") || word.equals("with") && OTHERS_USE.contains(words.word(i - 2))) {
                continue;
            }
            if (isState(i) && !words.isConjunction(i - 1) || TIMES.contains(word)) {
                return i;
            }
        }
        return end;
    }

    /** Behind "using", "the use of", "concurrent use with". */
    private int skipUse(int from, int to) {
        int i = from;
        while (i < to
                && (FORMS.value(words.word(i)).filter("USING"::equals).isPresent()
                        || DETERMINERS.contains(words.word(i))
                        || OTHERS_USE.contains(words.word(i))
                        || i > from && words.word(i).equals("with")
                        || words.word(i).equals("use") && words.word(i + 1).equals("of")
                        || words.word(i).equals("use") && OTHERS_USE.contains(words.word(i - 1)))) {
            i++;
        }
        return i;
    }

    private boolean isItself(int at) {
        return words.match(ITSELF, at) > 0
                || DEMONSTRATIVES.contains(words.word(at))
                || DEMONSTRATIVES.contains(words.word(at - 1));
    }

    /** Whether what is to be avoided is a thing of its own and no way of using the drug. */
    private boolean isOther(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.word(i).equals("use")
                    || words.word(i).equals("administration")
                    || words.word(i).equals("application")) {
                return false;
            }
        }
        return true;
    }

    private int nursing(Directive directive) {
        int to = directive.avoids() ? Math.min(directive.to() + 1, clause.to()) : directive.to();
        for (int i = directive.from(); i < to; i++) {
            if (words.word(i).startsWith("breastfe")
                    || words.word(i).startsWith("breast-fe")
                    || words.word(i).equals("nurse")) {
                return i;
            }
        }
        return -1;
    }

    /** What the subject of a directive names. */
    List<Span> subject(Directive directive) {
        int from = clause.from();
        int to = directive.from();
        while (from < to && (Wording.ADVERBS.contains(words.word(from)) || words.isComma(from))) {
            from++;
        }
        while (to > from
                && (AUXILIARIES.contains(words.word(to - 1)) || Wording.ADVERBS.contains(words.word(to - 1)))) {
            to--;
        }
        if (new Clause(words, from, to).has(NOT_THE_DRUG) && !directive.isActive()) {
            return List.of();
        }
        int persons = Persons.firstLink(words, from, to);
        if (persons >= 0) {
            return Parts.of(words, persons, to, Frame.STATE);
        }
        if (directive.form().contains("indication")) {
            return Parts.of(words, from, to, Frame.STATE);
        }
        for (int i = from; i < to; i++) {
            String word = words.word(i);
            boolean use = i > from && OTHERS_USE.contains(words.word(i - 1)) && !word.equals("use")
                    || i > from + 1
                            && OTHERS_USE.contains(words.word(i - 2))
                            && (word.equals("of") || word.equals("with"));
            if (use) {
                return List.of(new Span(i + 1, to, Frame.COMPANION));
            }
            if (isState(i) && !word.equals("to") && !word.equals("for")) {
                return Parts.of(words, i + 1, to, word.equals("with") && isTogether(i) ? Frame.COMPANION : Frame.STATE);
            }
        }
        if (from == to && from > 0 && words.isConjunction(from - 1)
                || from > 0 && from == to && words.word(from - 1).equals("but")) {
            return List.of(new Span(0, others.listed(words, 0), Frame.COMPANION));
        }
        return from < to ? List.of(new Span(from, to, Frame.SUBJECT)) : List.of();
    }
}
