package org.w3id.materia.extract.risk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.language.Words;

/** A label whose list all has one level: "Contraindications", "Not recommended in". */
record ListLabel(Pattern words, Level level) {
    private static final List<ListLabel> ALL = List.of(
            new ListLabel("contra-?indicat(?:ions?|ed).*", Level.CONTRAINDICATED),
            new ListLabel("(?:absolute|known|main) contra-?indications?.*", Level.CONTRAINDICATED),
            new ListLabel("(?:who should not|do not use|do not take|must not).*", Level.CONTRAINDICATED),
            new ListLabel("not recommended.*", Level.NOT_RECOMMENDED),
            new ListLabel(
                    "(?:use with )?cautions?(?: (?:is|are|also|needed|advised|required|necessary))*(?:"
                            + " (?:in|with|for|when|if))?:?",
                    Level.CAUTION));

    private static final Pattern BROKEN_OFF = Pattern.compile(
            ".+ (?:in|by|with|for|if|when)(?: (?:patients|people|those|anyone|you|your child)(?: with| who have|"
                    + " have)?)?(?: an? history of)?:?",
            Pattern.CASE_INSENSITIVE);

    /** "Tell your doctor if you", "Use only under supervision in". */
    private static final Pattern SAYS_WHO = Pattern.compile("^use\\b|\\byou:?$", Pattern.CASE_INSENSITIVE);

    private ListLabel(String words, Level level) {
        this(Pattern.compile(words, Pattern.CASE_INSENSITIVE), level);
    }

    /** The level of what stands under a label; empty where the label gives none. */
    static Optional<Level> level(String label) {
        return ALL.stream()
                .filter(l -> l.words.matcher(label).matches())
                .map(ListLabel::level)
                .findFirst()
                .or(() -> ofSentence(label));
    }

    /** "The medicine must not be used in": a sentence that forbids and breaks off before what it forbids it in. */
    private static Optional<Level> ofSentence(String label) {
        Words words = Words.of(label);
        return BROKEN_OFF.matcher(label).matches()
                ? Directive.firmest(words, 0, words.size())
                        .filter(d -> d.level().forbids()
                                || d.bidsCare()
                                || SAYS_WHO.matcher(label).find())
                        .map(Directive::level)
                        .filter(l -> !l.reassures())
                : Optional.empty();
    }
}
