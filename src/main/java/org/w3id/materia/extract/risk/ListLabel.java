package org.w3id.materia.extract.risk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.outline.Topic;
import org.w3id.materia.extract.risk.clause.Directive;
import org.w3id.materia.extract.risk.clause.Level;
import org.w3id.materia.language.Words;

/** Tells how firmly a heading or label warns of all that stands under it: "Contraindications", "Not recommended in", "Caution". */
final class ListLabel {
    private static final Pattern BROKEN_OFF = Pattern.compile(
            ".+ (?:in|by|with|for|if|when)(?: (?:patients|people|those|anyone|you|your child)(?: with| who have|"
                    + " have)?)?(?: an? history of)?:?",
            Pattern.CASE_INSENSITIVE);

    /** "Tell your doctor if you", "Talk to a pharmacist first if", "Use only under supervision in". */
    private static final Pattern SAYS_WHO =
            Pattern.compile("^use\\b|\\b(?:you|your child|if)(?: (?:have|are|had))?:?$", Pattern.CASE_INSENSITIVE);

    private ListLabel() {}

    /** The level of what stands under a label; empty where the label gives none. */
    static Optional<Level> level(String label) {
        Optional<Topic> topic = Topic.namedBy(label);
        if (topic.filter(Topic.NOT_USE::equals).isPresent()) {
            return Optional.empty();
        }
        return topic.filter(Topic.CONTRAINDICATION::equals)
                .map(t -> Level.CONTRAINDICATED)
                .or(() -> directed(label));
    }

    /** "The medicine must not be used in", "Cautions": words that forbid or bid care, and break off before whom or what. */
    private static Optional<Level> directed(String label) {
        Words words = Words.of(label);
        boolean open = BROKEN_OFF.matcher(label).matches();
        return Directive.firmest(words, 0, words.size())
                .filter(d -> open && SAYS_WHO.matcher(label).find()
                        || (open || d.to() == words.size()) && (d.level().forbids() || d.bidsCaution()))
                .map(Directive::level)
                .filter(level -> !level.reassures());
    }
}
