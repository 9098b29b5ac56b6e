package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SourceDocument;

/** What a person should know of a monograph's doses: those that stayed text, and those that contradict each other. */
public final class DosingFindings {
    private static final Pattern DOSE = Pattern.compile(
            "\\d\\s*(?:mg|mcg|[µμ]g|micrograms?|milligrams?|g|grams?|ml|iu|units?|mmol|meq|drops?|tablets?|capsules?|puffs?|sprays?)\\b(?!\\s*/\\s*(?:dl|l|ml|min)\\b)",
            Pattern.CASE_INSENSITIVE);

    private DosingFindings() {}

    /**
     * Each once, the sentences that stayed text before the doses that are suspicious.
     *
     * @param statements all of the monograph's, those that stayed text included
     */
    public static List<Finding> of(Monograph monograph, List<DoseStatement> statements) {
        SourceDocument source = monograph.source();
        List<Finding> findings = new ArrayList<>();
        for (DoseStatement statement : statements) {
            if (!statement.isComputed() && DOSE.matcher(statement.text()).find()) {
                findings.add(finding(
                        source,
                        statement,
                        Severity.INFORMATION,
                        "dose-kept-as-text",
                        "This sentence has an amount and is served as text alone" + why(statement) + "."));
            }
        }
        for (SuspiciousDoses.Suspicion suspicion : SuspiciousDoses.in(statements, source)) {
            findings.add(
                    finding(source, suspicion.statement(), Severity.WARNING, "dose-suspicious", suspicion.reason()));
        }
        return findings.stream().distinct().toList();
    }

    private static String why(DoseStatement statement) {
        return statement.unread().isEmpty()
                ? ": " + statement.whyText().words()
                : ": \"" + String.join("\", \"", statement.unread()) + "\" was not understood";
    }

    private static Finding finding(
            SourceDocument source, DoseStatement statement, Severity severity, String code, String message) {
        int line = source.lineOf(statement.evidence().span().start());
        return new Finding(severity, source.path(), line, code, message);
    }
}
