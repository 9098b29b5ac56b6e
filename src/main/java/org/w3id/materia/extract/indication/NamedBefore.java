package org.w3id.materia.extract.indication;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.ConditionNames;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.ObjectRange;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.language.Words;

/**
 * What a sentence names without saying that the drug is for it, which the next one may do: "Histamine causes symptoms like
 * sneezing. The drug relieves these symptoms."; "It increases the risk of ulcers. The drug reduces this risk."
 *
 * @param statement the sentence that names them
 * @param symptoms the symptoms that it names
 * @param risks what it names as a risk
 */
record NamedBefore(Optional<Statement> statement, List<Use> symptoms, List<Use> risks) {
    static final NamedBefore NOTHING = new NamedBefore(Optional.empty(), List.of(), List.of());
    private static final Pattern SYMPTOMS = Pattern.compile(
            "\\b(?:symptoms,? (?:like|such as|including)|lead(?:s|ing) to|caus(?:es|ing)|result(?:s|ing) in)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RISKS = Pattern.compile("\\brisks? of\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern THESE_SYMPTOMS = Pattern.compile(
            "\\b(?:reliev|alleviat|eas|reduc|manag|treat|prevent|address|combat|target|lessen|improv|control|minimi[sz])\\w* (?:the |all |many of )?(?:these|such|those) (?:\\w+ )?(?:symptoms|effects|reactions)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THIS_RISK = Pattern.compile(
            "\\b(?:reduc|mitigat|lower|counteract|minimi[sz]|decreas|prevent)\\w* (?:this|that|these|those|such) risks?\\b",
            Pattern.CASE_INSENSITIVE);

    NamedBefore {
        symptoms = List.copyOf(symptoms);
        risks = List.copyOf(risks);
    }

    static NamedBefore in(Statement statement) {
        List<Use> symptoms = named(statement, SYMPTOMS, Intent.TREATMENT);
        List<Use> risks = named(statement, RISKS, Intent.PROPHYLAXIS);
        return symptoms.isEmpty() && risks.isEmpty()
                ? NOTHING
                : new NamedBefore(Optional.of(statement), symptoms, risks);
    }

    private static List<Use> named(Statement statement, Pattern opening, Intent intent) {
        String text = statement.text().text();
        Matcher m = opening.matcher(text);
        int behind = -1;
        while (m.find()) {
            behind = m.end();
        }
        if (behind < 0) {
            return List.of();
        }
        Words words = Words.of(text);
        ObjectRange range = ObjectRange.of(words, words.at(behind), words.size());
        if (range.isEmpty()) {
            return List.of();
        }
        return ConditionNames.in(text, words.start(range.from()), words.end(range.to() - 1)).stream()
                .filter(n -> n.meaning() == Meaning.CONDITION)
                .map(n -> new Use(n.text(), n.meaning(), intent, ApprovalStatus.STATED, n.start(), n.end()))
                .toList();
    }

    /** Adds what the next sentence says the drug is for. */
    void addTo(IndicationCollector collector, String next, SentenceUses uses) {
        if (statement.isEmpty()) {
            return;
        }
        if (!uses.denied() && THESE_SYMPTOMS.matcher(next).find()) {
            collector.add(statement.get(), symptoms, Qualifiers.NONE);
        }
        if (!uses.denied() && THIS_RISK.matcher(next).find()) {
            collector.add(statement.get(), risks, Qualifiers.NONE);
        }
    }
}
