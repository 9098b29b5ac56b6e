package org.w3id.materia.extract.dosing.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;

/**
 * Unknown words whose place in the sentence says what they are: phrases that a preposition ties to the dose ("into the volar
 * surface", "for highly resistant warts"), adjectives that tell the kind of dose or of people ("a conservative dose", "premenopausal
 * women"), adverbs ("customarily"). They go with the dose verbatim, as a condition. A phrase has no verb of its own and is no predicate, and
 * no amount touches its last word: "in Xylia 5 mg" may name whose amount it is, and stays unread.
 */
final class Adjuncts {
    /** "of" and "with" are none: behind them stands what the amount is of, or what is given besides. */
    private static final Phrases<Boolean> PREPOSITIONS = Phrases.words("""
        for | in | to | into | onto | during | under | via | through | by | at | on | over | within | among | throughout |
        because of | due to | around | across | in the | to the | into the | for the | after | before | following |
        like | such as | including | using | inside | near | beneath | along | between | with a | with an | with the | with your |
        with each | with some | with any\
        """);

    /** How a clause begins that says in what case or to what end: it has a verb of its own. */
    private static final Phrases<Boolean> CLAUSES = Phrases.words("""
        as | while | whilst | because | since | so that | in order that | where | whenever | wherever\
        """);

    /** Verbs end a phrase: behind them something else is said. */
    private static final Phrases<Boolean> VERBS = Phrases.words("""
        is | are | be | been | was | were | has | have | had | may | can | should | must | might | will | would | could |
        involve | involves | consist | consists | range | ranges | vary | varies | depend | depends | need | needs |
        require | requires | remain | remains | include | includes | recommend | recommends | suggest | suggests |
        start | starts | begin | begins | take | give | use | apply | receive | continue | suffice | suffices |
        comes | to find | to be | which | that | so | however | although | though | while\
        """);

    /** Words for people in general, before which a word says which of them: "premenopausal women". */
    private static final Phrases<Boolean> PEOPLE = Phrases.words("""
        women | men | patients | people | individuals | persons | adults | children | adolescents | infants | users |
        females | males | smokers | boys | girls\
        """);

    /** What a word may tell the kind of. */
    private static final Phrases<Boolean> DOSES = Phrases.words("""
        dose | doses | dosage | dosages | dosing | regimen | regimens | schedule | starting | course | treatment | therapy |
        approach | recommendation | range | use | usage | series | protocol | strategy | practice\
        """);

    private static final Pattern ADJECTIVE = Pattern.compile(
            "(?!un|in|im|ir|il|dis|mis|non|sub|supra|super|over|ab|intra|trans|peri|epi)\\p{L}{3,}(?:al|ic|ous|ary|ive|[ai]ble|ful|ent|ing|ed)"
                    + "|anti\\p{L}+|short|brief|mild|moderate|severe|complex|slight");

    /** Abstract nouns, which are no names of drugs: "immunization schedule", "replacement therapy". */
    private static final Pattern ABSTRACT =
            Pattern.compile("(?!in|dis|mis|non|contra|over|de)\\p{L}{4,}(?:[ts]ion|ment|ness|ship|ance|ence)");

    private static final Pattern ADVERB = Pattern.compile(
            "(?!un|in|im|ir|il|dis|mis|non|over|anti|trans|peri|epi|bi|semi|.*(?:cutaneous|venous|muscular|enteral|gastric|[tv]e[sr]ical"
                    + "|dermal|tracheal|ocular|arterial|thecal|rectal|vaginal|nasal|buccal|lingual|atric))\\p{L}{3,}(?:[^pul]|ful|al|ual)ly");

    private static final Pattern PARTICIPLE = Pattern.compile("\\p{L}+(?:ed|ing)");

    /** What a noun phrase begins with, or stands behind. */
    private static final Phrases<Boolean> ARTICLES = Phrases.words("""
        a | an | the | your | their | with | for | in | of | to | on | at | by | from | into | onto | over | under | around\
        """);

    /** "slightly larger": by how much is no manner. */
    private static final Phrases<Boolean> COMPARATIVES =
            Phrases.words("lower | higher | smaller | larger | greater | less | more | fewer | longer | shorter");

    private final Tokens tokens;
    private final Mentions mentions;
    private final PlainWords words;

    Adjuncts(PlainWords words) {
        this.tokens = words.tokens();
        this.mentions = words.mentions();
        this.words = words;
    }

    /** The mentions of the sentence, with the unknown words of its adjuncts made conditions. */
    List<Reading<Mention>> found() {
        List<Reading<Mention>> result = new ArrayList<>();
        int i = 0;
        while (i < mentions.size()) {
            int end = Math.max(Math.max(adjunct(i), kindOfPeople(i)), Math.max(kindOfDose(i), word(i)));
            if (end > i) {
                result.add(new Reading<>(new Mention.OfCondition(), mentions.from(i), mentions.to(end - 1)));
                i = end;
            } else {
                result.add(mentions.reading(i));
                i++;
            }
        }
        return result;
    }

    /** Behind the last mention of the adjunct that begins at mention {@code i}; {@code i} where none does. */
    private int adjunct(int i) {
        boolean predicate = tokens.is(mentions.from(i) - 1, "is", "are", "was", "were");
        boolean clause = i > 0 && CLAUSES.at(tokens, mentions.from(i));
        if (predicate || !clause && !PREPOSITIONS.at(tokens, mentions.from(i)) || !isPart(i)) {
            return i;
        }
        int end = i + 1;
        int last = i;
        while (end < mentions.size() && isPart(end) && (clause || !VERBS.at(tokens, mentions.from(end)))) {
            last = isLink(end) ? last : end;
            end++;
        }
        boolean unknown = false;
        for (int k = i; k <= last; k++) {
            unknown |= mentions.get(k) instanceof Mention.OfUnknown;
        }
        boolean names = last + 1 < mentions.size() && mentions.get(last + 1) instanceof Mention.OfDose;
        return unknown && last > i && !names && !isSubject(last) ? last + 1 : i;
    }

    /** Behind the words that say which people are meant, without patients that have a slot; {@code i} where none do. */
    private int kindOfPeople(int i) {
        boolean opens = i == 0 || mentions.isJoint(i - 1) || mentions.get(i - 1) instanceof Mention.OfInert;
        int end = i;
        while (opens && end < mentions.size() && isAdjective(end)) {
            end++;
        }
        if (end == i || end >= mentions.size() || !PEOPLE.at(tokens, mentions.from(end))) {
            return i;
        }
        return mentions.get(end) instanceof Mention.OfGroup ? end : end + 1;
    }

    private boolean isAdjective(int i) {
        boolean hyphen = mentions.isJoint(i, Joint.COMMA) && words.isHyphen(mentions.from(i));
        return (mentions.get(i) instanceof Mention.OfUnknown || hyphen) && words.isLight(i);
    }

    /** Behind the adjectives that say what kind of dose is told of: by their ending, for any other word may be a name. */
    private int kindOfDose(int i) {
        int end = i;
        while (end < mentions.size()
                && isAdjective(end)
                && (!(mentions.get(end) instanceof Mention.OfUnknown)
                        || tellsTheKind(tokens.word(mentions.from(end))))) {
            end++;
        }
        boolean amount = end < mentions.size()
                && mentions.get(end) instanceof Mention.OfDose
                && DOSES.at(tokens, mentions.to(end))
                && tokens.is(mentions.from(i) - 1, "a", "an", "the");
        boolean dose = end < mentions.size()
                && (mentions.get(end) instanceof Mention.OfStage || DOSES.at(tokens, mentions.from(end)));
        return dose || amount || end < mentions.size() && isNoun(end) && !isVerb(i) ? end : i;
    }

    /** "50 mg caused nausea", "adults reported pain": behind a noun of its own a participle is the verb of a report. */
    private boolean isVerb(int i) {
        int at = mentions.from(i);
        boolean which = tokens.is(at - 1, "have", "has") && tokens.is(at - 2, "who", "and", "or");
        boolean opens = i == 0 || mentions.isJoint(i - 1) || ARTICLES.at(tokens, at - 1) || which;
        return !opens && PARTICIPLE.matcher(tokens.word(at)).matches();
    }

    /** The name of a disease or of a part of the body, which an adjective describes: "compensated liver disease", "surrounding skin". */
    private boolean isNoun(int i) {
        Mention m = mentions.get(i);
        boolean site = m instanceof Mention.OfInert
                && NameBook.get()
                        .kinds(tokens.text(mentions.from(i), mentions.to(i)))
                        .contains(NameKind.BODY_SITE);
        return site
                || m instanceof Mention.OfIndication
                || m instanceof Mention.OfName name && !name.isOtherDrug() && !name.own();
    }

    private static boolean tellsTheKind(String word) {
        return ADJECTIVE.matcher(word).matches() || ABSTRACT.matcher(word).matches();
    }

    /** Behind an adverb, or the last word of what a dose is for that the tables do not know: "for cystic fibrosis exacerbations". */
    private int word(int i) {
        if (!(mentions.get(i) instanceof Mention.OfUnknown) || !words.isLight(i)) {
            return i;
        }
        boolean last = i + 1 == mentions.size() || mentions.isJoint(i + 1) && !mentions.isJoint(i + 1, Joint.SLASH);
        boolean tail = last && i > 0 && isNoun(beforeBracket(i - 1));
        boolean adverb =
                ADVERB.matcher(tokens.word(mentions.from(i))).matches() && !COMPARATIVES.at(tokens, mentions.to(i));
        boolean noun = ABSTRACT.matcher(tokens.word(mentions.from(i))).matches();
        return tail || adverb || noun && !tokens.is(mentions.to(i), "of") ? i + 1 : i;
    }

    /** What stands before a bracket that ends at a mention; else that mention. */
    private int beforeBracket(int i) {
        int open = mentions.isJoint(i, Joint.CLOSE) ? mentions.openBracket(i - 1) : -1;
        return open > 0 ? open - 1 : i;
    }

    /** Words that begin what follows, and do not end a phrase. */
    private boolean isLink(int i) {
        return mentions.isJoint(i)
                || mentions.get(i) instanceof Mention.OfInert && RemarkParser.TRAILING.at(tokens, mentions.from(i))
                || PREPOSITIONS.at(tokens, mentions.from(i)) && mentions.to(i) == mentions.from(i) + 1;
    }

    private boolean isPart(int i) {
        boolean joins = !mentions.isJoint(i)
                || mentions.isJoint(i, Joint.AND)
                || mentions.isJoint(i, Joint.OR)
                || mentions.isJoint(i, Joint.SLASH)
                || mentions.isJoint(i, Joint.COMMA) && words.isHyphen(mentions.from(i));
        return joins
                && PlainWords.isPlain(mentions.get(i))
                && !(mentions.get(i) instanceof Mention.OfIndication)
                && words.isLight(i);
    }

    /** Whether only light words stand between the phrase and an amount, none of them a verb: "in Xylia a dose of 5 mg". */
    private boolean isSubject(int last) {
        for (int k = last + 1; k < mentions.size(); k++) {
            if (mentions.get(k) instanceof Mention.OfDose) {
                return true;
            }
            if (!(mentions.get(k) instanceof Mention.OfInert) || VERBS.at(tokens, mentions.from(k))) {
                return false;
            }
        }
        return false;
    }
}
