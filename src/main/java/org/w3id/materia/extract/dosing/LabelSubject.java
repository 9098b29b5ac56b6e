package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.dosing.grammar.NoInstruction;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;

/** Whether a label or heading says that what stands below it is no dose of this drug: another drug, or no dosing at all. */
final class LabelSubject {
    /** What is told below these is no dose that anybody is to be given. */
    private static final Phrases<Boolean> NO_DOSING = Phrases.words("""
        overdose | overdosage | missed dose | missed doses | storage | reconstitution | preparation of | dilution | diluting | technique | how to inject | priming |
        dose conversion | conversion table | equivalence | equivalents | strengths | presentations | available forms | dosage forms |
        pharmacokinetics | clinical trials | clinical studies | trial | toxicity levels | monitoring |
        pump rates | blood levels | therapeutic level | serum levels\
        """);

    /** What is told below these is of something else than this medicine for a patient of today. */
    private static final Phrases<Boolean> OTHERS = NoInstruction.and("""
        hydration | fluids | companion drugs | other drugs | rescue medication | antidote | former | previous dose |
        previous doses | veterinary use\
        """);

    /** What an animal did to a patient: "Dog bites". */
    private static final Phrases<Boolean> HURTS = Phrases.words("bite | bites | scratch | allergy | dander");

    private static final Phrases<Boolean> FORBIDS = Phrases.words("""
        not recommended | contraindicated | avoid | not for | not to be given | nobody |
        unless | except | excluding | apart from | other than\
        """);

    private static final Phrases<Boolean> DENIES = Phrases.words("do not | must not | should not | never");

    /** Behind these another drug is what the patient takes besides. */
    private static final Phrases<Boolean> BESIDES = Phrases.words("""
            with | taking | receiving | on | combination | and | plus | without | or | after | from | to | failed |
            resistant | intolerant | than | by | of | using""");

    /** What a text denies of itself: it is no advice; of the drug it says nothing. */
    private static final Phrases<Boolean> DISCLAIMERS = Phrases.words("""
            medical advice | professional advice | substitute for | a doctor's advice | replace professional |
            replace medical | replace the advice | without consulting | without consultation | without medical |
            without professional | self - medicate | self - medication | self - treat | interpreted as | construed as |
            regarded as complete | considered complete | considered exhaustive | considered comprehensive |
            considered a prescription | in place of""");

    /** A drug's name in the name of a condition: "lithium toxicity", "folic acid deficiency". */
    private static final Phrases<Boolean> CONDITIONS = Phrases.words("""
            contamination | poisoning | toxicity | deficiency | induced | resistance | resistant | exposure | overload |
            intoxication | dependence | withdrawal | addiction | abuse | misuse | sensitive | allergy | reversal | refractory |
            associated | levels | naive | experienced | clearance | tolerant | use disorder""");

    private static final Set<NameKind> MEDICINES = EnumSet.of(NameKind.DRUG, NameKind.DRUG_CLASS, NameKind.SUBSTANCE);

    private LabelSubject() {}

    /**
     * Whether no dose that stands below is one of this medicine that somebody is to be given.
     *
     * @param use whether the label says what for: there a class ("Mucolytic") is what this medicine serves as
     */
    static boolean isForeign(SentenceReader label, boolean use) {
        Tokens tokens = label.tokens();
        boolean denied = tokens.any(DENIES) && !isDisclaimer(label);
        return denied || tokens.any(NO_DOSING) || tokens.any(FORBIDS) || isOfAnother(label, use);
    }

    /** Whether the text speaks of itself, not of what is given. */
    static boolean isDisclaimer(SentenceReader label) {
        return label.tokens().any(DISCLAIMERS);
    }

    /** Whether what stands below is told of another medicine. */
    static boolean isOfAnother(SentenceReader label, boolean use) {
        Tokens tokens = label.tokens();
        boolean past = tokens.is(0, "previously") && tokens.size() == 1;
        return past
                || tokens.any(OTHERS) && !tokens.any(HURTS)
                || !tokens.any(CONDITIONS) && (namesOther(label) || !use && isClass(label));
    }

    /** "Antibiotic:", "Oral corticosteroids:": nothing but a class of drugs, or a substance, that is not this one. */
    private static boolean isClass(SentenceReader label) {
        Tokens tokens = label.tokens();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean attributive = i == tokens.size() - 1 || WordClasses.isAttributive(tokens.word(i));
            if (!tokens.get(i).isWord() || !attributive) {
                return false;
            }
            words.add(tokens.word(i));
        }
        return !words.isEmpty()
                && !WordClasses.isMedicine(words.get(words.size() - 1))
                && !tokens.is(tokens.size() - 1, "vaccine", "derivative")
                && NameBook.get().kinds(String.join(" ", words)).stream().anyMatch(MEDICINES::contains)
                && label.mentions().all().stream()
                        .noneMatch(m -> m.value() instanceof Mention.OfName name && name.own());
    }

    private static boolean namesOther(SentenceReader label) {
        Mentions mentions = label.mentions();
        Tokens tokens = label.tokens();
        Optional<Integer> other = Optional.empty();
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i) instanceof Mention.OfName name) {
                if (name.own()) {
                    return false;
                }
                boolean besides = mentions.from(i) > 0 && BESIDES.at(tokens, mentions.from(i) - 1);
                if (name.isOtherDrug() && !besides && other.isEmpty()) {
                    other = Optional.of(i);
                }
            }
        }
        return other.isPresent();
    }
}
