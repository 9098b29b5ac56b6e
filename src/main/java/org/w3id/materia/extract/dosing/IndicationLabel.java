package org.w3id.materia.extract.dosing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;

/** The condition that a label such as "Hypertension (oral)" or "Adults (endometriosis)" names, where it names one. */
final class IndicationLabel {
    /** Words of labels that are about the dosing itself, not about a condition. */
    private static final Set<String> ABOUT_DOSING = Set.of(
            ("dosage dose doses dosing adjustment adjustments administration use note important example examples form forms patients"
                            + " patient general guidelines information considerations standard usual typical recommended route injection"
                            + " solution suspension powder drops spray week weeks day days titration frequency duration missed maximum target"
                            + " schedule regimen weight age release immediate extended liquid method phase inhibitors inducers interactions"
                            + " label labeling mild moderate severe line implant application initial depot therapy aid illustrative"
                            + " instructions combination monotherapy formulation formulations cream gel off special populations year years"
                            + " month months consult always follow doctor doctor's prescription only approximate typically naive experienced"
                            + " directed without including hypothetical onwards those hours descent individuals people women men sex older younger cycle cycles")
                    .split(" "));

    /** "Liver and kidneys": organs that the dose depends on are no condition. */
    private static final Set<String> ORGANS = Set.of("liver", "kidney", "kidneys", "and", "or", "function");

    private static final Set<String> AIMS =
            Set.of("treatment", "prevention", "prophylaxis", "management", "prophylactic", "therapeutic");

    private final SentenceReader label;
    private final Substances substances;

    private IndicationLabel(SentenceReader label, Substances substances) {
        this.label = label;
        this.substances = substances;
    }

    static Optional<String> condition(SentenceReader label, Substances substances) {
        IndicationLabel reader = new IndicationLabel(label, substances);
        Tokens tokens = label.tokens();
        int open = 0;
        while (open < tokens.size() && !tokens.is(open, "(")) {
            open++;
        }
        Optional<String> outside = reader.condition(0, open);
        if (outside.isPresent() || open == tokens.size()) {
            return outside;
        }
        int close = open;
        while (close < tokens.size() && !tokens.is(close, ")", ",", ";")) {
            close++;
        }
        return reader.condition(open + 1, close);
    }

    /**
     * Whether words of a label, or of a sentence that leads in, say in which cases only what stands below holds, and no slot takes them: another
     * drug, a circumstance, and of a label whatever is not about dosing itself.
     */
    static boolean restricts(SentenceReader reader, boolean label) {
        Tokens tokens = reader.tokens();
        return reader.mentions().all().stream()
                .anyMatch(m -> m.value() instanceof Mention.OfCondition
                        || m.value() instanceof Mention.OfName name && name.isOtherDrug()
                        || label
                                && m.value() instanceof Mention.OfUnknown
                                && tokens.get(m.from()).isWord()
                                && !ABOUT_DOSING.contains(tokens.word(m.from())));
    }

    private Optional<String> condition(int from, int to) {
        Tokens tokens = label.tokens();
        int first = from;
        int last = to;
        while (first < last && isEdge(tokens, first)) {
            first++;
        }
        while (first < last && (isEdge(tokens, last - 1) || AIMS.contains(tokens.word(last - 1)))) {
            last--;
        }
        for (int t = first; t < last; t++) {
            boolean aboutDosing =
                    ABOUT_DOSING.contains(tokens.word(t)) || substances.own().tells(tokens.word(t));
            if (aboutDosing || isMentioned(t) || tokens.isDigits(t)) {
                return Optional.empty();
            }
        }
        boolean adjective =
                last == first + 1 && tokens.word(first).endsWith("al") && last < to && !isEdge(tokens, last);
        last += adjective ? 1 : 0;
        String condition = tokens.text(first, last).toLowerCase(Locale.ROOT);
        boolean known = isNamed(first, last) || substances.isIndication(condition);
        boolean named = known && condition.chars().filter(Character::isLetter).count() > 3;
        boolean organs = ORGANS.containsAll(List.of(condition.split(" ")));
        return named && !organs && !AIMS.contains(condition) ? Optional.of(condition) : Optional.empty();
    }

    private boolean isEdge(Tokens tokens, int t) {
        return isMentioned(t)
                || !tokens.get(t).isWord() && !tokens.isDigits(t)
                || tokens.is(t, "for", "with", "in", "and", "or", "of", "the", "as", "to");
    }

    /** Whether the tables know a condition in it: other words of a label stay in the path of the dose. */
    private boolean isNamed(int from, int to) {
        return label.mentions().all().stream()
                .filter(m -> from <= m.from() && m.to() <= to)
                .map(Reading::value)
                .anyMatch(
                        m -> m instanceof Mention.OfName name && name.isDisease() || m instanceof Mention.OfIndication);
    }

    private boolean isMentioned(int token) {
        return label.mentions().all().stream()
                .filter(m -> !(m.value() instanceof Mention.OfName name && name.isDisease()))
                .filter(m -> !(m.value() instanceof Mention.OfUnknown))
                .filter(m -> !(m.value() instanceof Mention.OfJoint))
                .anyMatch(m -> m.from() <= token && token < m.to());
    }
}
