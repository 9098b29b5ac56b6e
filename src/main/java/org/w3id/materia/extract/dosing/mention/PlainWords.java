package org.w3id.materia.extract.dosing.mention;

import java.util.List;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.Denials;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.language.NameBook;

/**
 * Which mentions of a sentence are plain words: those that may go with a dose verbatim. A number, a denial, another drug, an
 * amount, a rhythm, a route are none, nor are words that say of an amount that it is given in another place, time or creature.
 */
final class PlainWords {
    /** Words that make of a clause a statement of an amount, of its time, or of something given in its place. */
    private static final Phrases<Boolean> WEIGHTY = Phrases.words("""
        per | each | every | daily | nightly | hourly | weekly | monthly | yearly | half | halved | double | doubled | twice |
        triple | quarter | lieu | place | replace | replaced | replacing | substitute | switch | switched | percent | % |
        divided | split | total | maximum | max | minimum | highest | lowest | least | most | second | third | last | previous |
        former | fatal | lethal | toxic | dangerous | ineffective | refuse | refused | booster | extra | additional | overdose | overdosage | poisoning | theory |
        paper | opinion | limit | limits | current | currently | existing | present | prior | original | originally |
        cumulative | residual | successive | consecutive | sequential | subsequent | final | finally | incremental |
        supplemental | supplementary | minimal | maximal | multiple | dual | annual | biannual | intermittent | frequent |
        infrequent | different | partial | partially | partly | excessive | excessively | rarely | hardly | barely | scarcely |
        seldom | nearly | virtually | wrongly | accidentally | fatally | previously | allegedly | supposedly | purportedly |
        reportedly | dangerously | alternately | quarterly | recreationally | lately | additionally | doubly | exclusively |
        solely | merely | separately | singly | lastly | family | anomaly | assembly | harmful | hazardous | illegal |
        intoxication | contamination | elimination | excretion | absorption | cessation | discontinuation | omission |
        interruption | exception | termination | toxicity | exposure | accumulation | ingestion | conversion | comparison |
        simulation | assumption | proportion | saturation | reduction | restriction | limitation | secretion | clearance |
        consumption | equivalence | difference | evidence | experience | preference | reference | occurrence | incidence |
        influence | confidence | interference | avoidance | absence | abstinence | resistance | dependence | tolerance |
        substance | missed | skipped | omitted | delayed | failed | wasted | discarded | exceeded | repeated | existing |
        following | remaining | preceding | missing | exceeding | interacting | competing | conflicting | changing | illegally |
        subjects | laboratory | match | matches | equal | equals | mimic | mimics | equivalent | correspond | corresponds |
        compare | compares | replicate | rival | other drug | other medicine | other product | another drug | another medicine |
        plasma | serum | urine | faeces | feces | bile | culture\
        """);

    private final Tokens tokens;
    private final Mentions mentions;
    private final Denials denials;

    private PlainWords(Tokens tokens, List<Reading<Mention>> mentions, Denials denials) {
        this.tokens = tokens;
        this.mentions = new Mentions(mentions);
        this.denials = denials;
    }

    /** The mentions of a sentence, with the unknown words of its asides and adjuncts made conditions of the dose that they stand beside. */
    static List<Reading<Mention>> joined(Tokens tokens, List<Reading<Mention>> mentions, Denials denials) {
        if (!mayStandIn(mentions)) {
            return mentions;
        }
        List<Reading<Mention>> aside = new Asides(new PlainWords(tokens, mentions, denials)).found();
        return mayStandIn(aside) ? new Adjuncts(new PlainWords(tokens, aside, denials)).found() : aside;
    }

    Tokens tokens() {
        return tokens;
    }

    Mentions mentions() {
        return mentions;
    }

    /** Whether there are words beside a dose that could go with it: else there is nothing to look for. */
    private static boolean mayStandIn(List<Reading<Mention>> tiles) {
        return tiles.stream()
                        .anyMatch(t -> t.value() instanceof Mention.OfDose || t.value() instanceof Mention.OfReference)
                && tiles.stream().anyMatch(t -> t.value() instanceof Mention.OfUnknown);
    }

    /** Whether a mention is of a kind that holds no slot but the condition or the indication. */
    static boolean isPlain(Mention m) {
        return m instanceof Mention.OfUnknown
                || m instanceof Mention.OfInert
                || m instanceof Mention.OfCondition
                || m instanceof Mention.OfIndication
                || m instanceof Mention.OfName name && !name.isOtherDrug()
                || m instanceof Mention.OfJoint;
    }

    /** Words and hyphens alone, none of which denies or states an amount. */
    boolean isLight(int mention) {
        for (int t = mentions.from(mention); t < mentions.to(mention); t++) {
            boolean word = tokens.get(t).isWord() || isHyphen(t) || tokens.is(t, "'", "/", "&");
            if (!word
                    || tokens.number(t).isPresent()
                    || RemarkParser.NEVER.at(tokens, t) && !mentions.isJoint(mention)
                    || WEIGHTY.at(tokens, t)
                    || denials.qualifies(t)
                    || DoseUnit.UNIT.at(tokens, t)
                    || TimeUnits.TIME.at(tokens, t)
                    || NameBook.get().isDrug(tokens.word(t))) {
                return false;
            }
        }
        return true;
    }

    /** A dash between two parts of one word. */
    boolean isHyphen(int at) {
        return tokens.is(at, "-")
                && tokens.has(at - 1)
                && tokens.has(at + 1)
                && tokens.get(at - 1).end() == tokens.get(at).start()
                && tokens.get(at).end() == tokens.get(at + 1).start();
    }
}
