package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Indication.ApprovalStatus;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.extract.Statement;

/**
 * The symptoms that a sentence names without saying that the drug is for them, which the next one may do ("Histamine causes
 * symptoms like sneezing. The drug relieves these symptoms.").
 */
record NamedSymptoms(Optional<Statement> statement, List<Use> uses) {
    static final NamedSymptoms NONE = new NamedSymptoms(Optional.empty(), List.of());
    private static final Pattern SYMPTOMS =
            Pattern.compile("\\bsymptoms,? (?:like|such as|including)\\s+", Pattern.CASE_INSENSITIVE);

    static NamedSymptoms in(Statement statement, boolean noUse) {
        String text = statement.text().text();
        Matcher m = SYMPTOMS.matcher(text);
        if (!noUse || !m.find()) {
            return NONE;
        }
        Words words = Words.of(text);
        ObjectRange range = ObjectRange.of(words, words.at(m.end()), words.size());
        List<Use> uses = new ArrayList<>();
        if (!range.isEmpty()) {
            ConditionNames.in(text, words.start(range.from()), words.end(range.to() - 1)).stream()
                    .filter(n -> n.meaning() == Meaning.CONDITION)
                    .map(n ->
                            new Use(n.text(), n.meaning(), Intent.TREATMENT, ApprovalStatus.STATED, n.start(), n.end()))
                    .forEach(uses::add);
        }
        return new NamedSymptoms(Optional.of(statement), uses);
    }

    void addTo(IndicationCollector collector) {
        statement.ifPresent(s -> collector.add(s, uses, Qualifiers.NONE));
    }
}
