package org.w3id.materia.extract.dosing.sentence;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.language.Lexicon;

/**
 * What people did, and not what they are to do: "patients swallowed 5 g", "women have taken 50 mg daily". A verb of the past stands between
 * people, who are its subject, and the amount, and nothing says that they are to be given it ("adults should be given 50 mg").
 */
final class Report {
    /** What may stand between the verb and its amount. */
    private static final Phrases<Boolean> LINKS = Phrases.words(
            "to | on | with | at | of | up to | about | approximately | around | the | a | an | dose | doses");

    private static final Lexicon PERSONS = Lexicon.load("language/persons.txt");

    /** Who else may have done something. */
    private static final Phrases<Boolean> OTHERS = Phrases.words("""
        some | many | most | others | they | we | he | she | physicians | doctors | clinicians | prescribers | nurses | specialists |
        users\
        """);

    private static final Phrases<Boolean> PERFECT = Phrases.words("have | has | had");

    private static final Phrases<Boolean> MODALS = Phrases.words("must | may | might | could | would | should");

    private static final Phrases<Boolean> IRREGULAR = Phrases.words("""
        took | taken | got | gotten | gave | given | had | drank | drunk | ate | eaten | put | chose | chosen | began | begun |
        did | done | went | gone | met | fed\
        """);

    private static final Pattern PAST = Pattern.compile("\\p{L}{2,}ed");

    private static final Pattern ADVERB = Pattern.compile("\\p{L}+ly|also|often|sometimes|once|already|still|just");

    private final Tokens tokens;
    private final Mentions mentions;

    Report(Tokens tokens, Mentions mentions) {
        this.tokens = tokens;
        this.mentions = mentions;
    }

    /** Whether the amount that is mention {@code i} is what people were given or took. */
    boolean tells(int i) {
        int verb = mentions.from(i) - 1;
        while (LINKS.at(tokens, verb)) {
            verb--;
        }
        if (!isPast(verb)) {
            return false;
        }
        int subject = verb - 1;
        while (ADVERB.matcher(tokens.word(subject)).matches()) {
            subject--;
        }
        subject = PERFECT.at(tokens, subject) ? subject - 1 : subject;
        subject = MODALS.at(tokens, subject) ? subject - 1 : subject;
        return isPeople(subject);
    }

    private boolean isPast(int at) {
        return IRREGULAR.at(tokens, at) || PAST.matcher(tokens.word(at)).matches();
    }

    /** Whether a word ends a phrase for people: "women", "adults", "patients with asthma". */
    private boolean isPeople(int at) {
        int i = mentionOf(at);
        while (i > 0 && !names(i, at) && isWhich(i)) {
            i--;
        }
        return i >= 0 && names(i, at);
    }

    private boolean names(int i, int last) {
        return mentions.get(i) instanceof Mention.OfGroup
                || IntStream.range(mentions.from(i), Math.min(mentions.to(i), last + 1))
                        .anyMatch(t -> PERSONS.contains(tokens.word(t)) || OTHERS.at(tokens, t));
    }

    /** Whether a mention may tell which people: "with asthma". */
    private boolean isWhich(int i) {
        return mentions.get(i) instanceof Mention.OfCondition
                || mentions.get(i) instanceof Mention.OfIndication
                || mentions.get(i) instanceof Mention.OfName;
    }

    private int mentionOf(int at) {
        int i = mentions.size() - 1;
        while (i >= 0 && mentions.from(i) > at) {
            i--;
        }
        return i;
    }
}
