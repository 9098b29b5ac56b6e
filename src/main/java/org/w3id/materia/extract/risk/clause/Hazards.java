package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.risk.clause.Span.Frame;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Finds what a clause that bids care names: patients with a state, and harms to watch for. */
public final class Hazards {
    private static final Lexicon ANCHORS = Lexicon.load("extract/risk/hazards.txt");
    private static final Lexicon HARMS = Lexicon.load("extract/risk/harms.txt");
    private static final Set<String> WITH_ARTICLE = Set.of("a", "an", "or", "high", "low", "higher", "increased");
    private static final Set<String> BE = Set.of("are", "is");
    private static final Set<String> NOUNS = Set.of("risk", "risks", "possible", "concern", "concerns");
    private static final Set<String> QUALIFIERS =
            Set.of("a", "an", "potential", "possible", "known", "serious", "significant", "important", "()");
    private static final Set<String> HAPPEN_AUXILIARIES =
            Set.of("may", "can", "could", "might", "have", "has", "are", "is", "were", "was");
    private static final Set<String> HAPPENS = Lexicon.words("""
            occur | occurred | develop | developed | happen | appear | appeared | arise | reported | observed | seen""");
    private static final Set<String> EVENTS =
            Set.of("occur", "occurs", "develop", "develops", "appear", "appears", "happens", "arises", "arise");
    private static final Set<String> PARTIES = Set.of("you", "they", "he", "she", "patient", "patients", "symptoms");
    private static final Set<String> MODALS = Set.of("can", "may", "might", "could");
    private static final Set<String> CONCESSIONS = Set.of("although", "though", "while");
    private static final Set<String> LINKS = Set.of("of", "for", "to", "that");
    private static final Set<String> REASONS = Set.of("minimize", "minimise", "reduce", "reduces", "avoid", "prevent");

    private final Clause clause;
    private final Words words;
    private final BitSet reasons;

    /** @param reasons tokens that only say why */
    public Hazards(Clause clause, BitSet reasons) {
        this.reasons = reasons;
        this.clause = clause;
        this.words = clause.words();
    }

    /** The states and risks that the clause names. */
    public List<Span> all() {
        List<Span> found = new ArrayList<>();
        collect(found, false);
        for (int i = clause.from(); i < clause.to(); i++) {
            int listed = words.word(i).equals("risks") ? ListForm.announced(words, i + 1, clause.to()) : i + 1;
            if (listed > i + 1) {
                found.addAll(Parts.of(words, listed, clause.to(), Frame.STATE));
            }
        }
        return found;
    }

    /** What the clause bids to watch for: signs of what a label above it may already name. */
    public List<Span> watched() {
        List<Span> found = new ArrayList<>();
        collect(found, true);
        return found;
    }

    /** The harms that the drug is said to do: "can worsen asthma". */
    public List<Span> caused() {
        List<Span> found = new ArrayList<>();
        for (int i = clause.from(); i < clause.to(); i++) {
            int harm = harm(i);
            if (harm > i && !reasons.get(i) && harm < clause.to()) {
                addHarms(found, harm);
            }
        }
        return found;
    }

    /** The harms from a token on, those of further verbs too: "worsen gout or cause drowsiness". */
    private void addHarms(List<Span> found, int from) {
        int end = Ends.of(words, from, clause.to());
        int start = from;
        for (int i = from + 1; i < end; i++) {
            int n = words.isConjunction(i - 1) ? words.match(HARMS, i) : 0;
            if (n > 0 && !words.word(i).equals("impair")) {
                found.add(new Span(start, i - 1, Frame.STATE));
                start = i + n;
            }
        }
        found.add(new Span(start, end, Frame.STATE));
    }

    /** Behind the words at a token that say that harm is done: "may also cause", "carries a risk of"; the token where none do. */
    private int harm(int at) {
        int finite = words.match(HARMS, at);
        if (finite > 0 && !HARMS.value(words.entry(at, finite)).orElseThrow().isEmpty()) {
            return at + finite;
        }
        int verb = at + 1;
        while (Wording.ADVERBS.contains(words.word(verb))) {
            verb++;
        }
        int n = MODALS.contains(words.word(at)) ? words.match(HARMS, verb) : 0;
        return n > 0 ? verb + n : at;
    }

    /** Whether it tells of something that may happen, and not of patients alone. */
    public boolean isHarm() {
        return !caused().isEmpty() || !happening().isEmpty();
    }

    private void collect(List<Span> found, boolean watched) {
        for (int i = clause.from(); i < clause.to(); i++) {
            int object = watches(i) == watched ? object(i) : -1;
            if (!reasons.get(i)
                    && object >= 0
                    && object < clause.to()
                    && found.stream().noneMatch(s -> s.holds(object))) {
                found.addAll(Parts.of(words, object, clause.to(), Frame.STATE));
            }
        }
    }

    /** "Seizures are a potential risk", "rashes may occur", "ulcers have been reported"; "stop if a rash develops". */
    public List<Span> happening() {
        for (int i = clause.from(); i < clause.to(); i++) {
            int event = words.word(i).equals("if") ? eventEnd(i + 1) : i;
            if (event > i) {
                return List.of(new Span(i + 1, event, Frame.STATE));
            }
        }
        return told();
    }

    /** What is told to happen, and not only at what to act: "Seizures are a potential risk", "ulcers have been reported". */
    public List<Span> told() {
        int start = subjectStart();
        for (int i = start + 1; i < clause.to() && !Persons.NOUNS.contains(words.word(start)); i++) {
            if (occurs(i) && !reasons.get(i) || isRisk(i)) {
                return List.of(new Span(start, i, Frame.STATE));
            }
        }
        return List.of();
    }

    /** Where the verb stands that says that what begins at a token has come: "if a rash develops"; the token before it where none does. */
    private int eventEnd(int from) {
        for (int i = from; i < clause.to(); i++) {
            if (i > from && EVENTS.contains(words.word(i))) {
                return i;
            }
            if (!words.isWord(i) && !words.isComma(i) && !words.isConjunction(i) || PARTIES.contains(words.word(i))) {
                break;
            }
        }
        return from - 1;
    }

    /** Whether "is a potential risk", "are possible" begins at a token. */
    private boolean isRisk(int at) {
        int noun = at + 1;
        while (QUALIFIERS.contains(words.word(noun))
                && !(NOUNS.contains(words.word(noun)) && !QUALIFIERS.contains(words.word(noun + 1)))) {
            noun++;
        }
        return BE.contains(words.word(at))
                && (NOUNS.contains(words.word(noun)) || words.word(noun - 1).equals("possible"))
                && !LINKS.contains(words.word(noun + 1));
    }

    /** Whether the verb of a sentence that only tells that something happens begins at a token. */
    private boolean occurs(int at) {
        if (!HAPPEN_AUXILIARIES.contains(words.word(at))) {
            return false;
        }
        int verb = at + 1;
        while (words.word(verb).equals("been")
                || words.word(verb).equals("be")
                || Wording.ADVERBS.contains(words.word(verb))) {
            verb++;
        }
        return HAPPENS.contains(words.word(verb));
    }

    /** Behind what stands before the subject: "in rare cases, …", "although rare, …". */
    private int subjectStart() {
        if (WordClasses.isPreposition(words.word(clause.from())) || CONCESSIONS.contains(words.word(clause.from()))) {
            for (int i = clause.from(); i < clause.to(); i++) {
                if (words.isComma(i)) {
                    return i + 1;
                }
            }
        }
        return clause.from();
    }

    private boolean watches(int at) {
        return words.word(at).startsWith("monitor") || words.word(at).equals("watch");
    }

    /** Where the name begins that words at a token announce; -1 where they announce none. */
    private int object(int at) {
        int link = Persons.link(words, at);
        if (link >= 0) {
            return link;
        }
        int n = words.match(ANCHORS, at);
        if (n == 0) {
            return -1;
        }
        boolean state =
                ANCHORS.value(words.entry(at, n)).filter("state"::equals).isPresent();
        if (state) {
            return at;
        }
        return isReason(at) || describes(at) ? -1 : at + n;
    }

    /** "operations with a high risk of bleeding": the risk tells which operations. */
    private boolean describes(int at) {
        int with = at - 1;
        while (with > clause.from()
                && (WordClasses.isDegree(words.word(with)) || WITH_ARTICLE.contains(words.word(with)))) {
            with--;
        }
        return with > clause.from()
                && words.word(with).equals("with")
                && !words.word(with - 1).equals("associated")
                && !Persons.NOUNS.contains(words.word(with - 1));
    }

    /** "due to the risk of", "to reduce the risk of": why something is to be done, not what is to be watched. */
    private boolean isReason(int at) {
        for (int i = Math.max(clause.from(), at - 3); i < at; i++) {
            if (REASONS.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
