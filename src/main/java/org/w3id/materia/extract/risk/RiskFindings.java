package org.w3id.materia.extract.risk;

import java.util.List;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SourceDocument;

/** What a person should know of a monograph's warnings: words behind a prohibition that name nothing which was understood. */
public final class RiskFindings {
    private RiskFindings() {}

    /**
     * Words that say whom or what a text forbids, and gave no fact.
     *
     * @param evidence the statement
     */
    public record Unread(Evidence evidence, String words) {}

    public static List<Finding> of(Monograph monograph, List<Unread> unread) {
        SourceDocument source = monograph.source();
        return unread.stream()
                .map(u -> new Finding(
                        Severity.INFORMATION,
                        source.path(),
                        source.lineOf(u.evidence().span().start()),
                        "risk-kept-as-text",
                        "This sentence forbids the medicine and is served as text alone: \"" + u.words()
                                + "\" was not understood."))
                .distinct()
                .toList();
    }
}
