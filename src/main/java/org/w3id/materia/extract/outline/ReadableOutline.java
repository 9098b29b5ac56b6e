package org.w3id.materia.extract.outline;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.Monograph;

/**
 * The statements of a monograph that are read for facts: all, but for those beyond limits that no text written for people comes near. The
 * readers compare words with words and statements with statements, so that the limits bound the time that any file can take. What is beyond
 * them is served as the text of its section, and told.
 *
 * @param statements those within the limits, in order
 * @param findings which are not, and why
 */
public record ReadableOutline(List<Statement> statements, List<Finding> findings) {
    /** In characters, of a statement and of what governs it; the longest known sentence has 1,446. */
    static final int LONGEST = 3_000;

    /** Of a monograph; the longest known has 135. */
    static final int MOST = 5_000;

    /** Cells of a row, and governors of a statement. */
    static final int WIDEST = 64;

    /**
     * Combining marks in a row; the most that writing needs is a handful. At each of them a pattern's word boundary looks back to where the
     * run begins, so that long runs cost the square of their length.
     */
    static final int MOST_MARKS = 32;

    /** Findings of one kind; more of them tell nothing new. */
    private static final int MOST_FINDINGS = 20;

    /** @return at most 5,000 statements, in the order of the monograph */
    public static ReadableOutline of(Monograph monograph) {
        List<Statement> kept = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Statement statement : Outline.of(monograph)) {
            if (kept.size() == MOST) {
                findings.add(finding(
                        monograph,
                        statement,
                        "monograph-too-long",
                        "The monograph has more than " + MOST
                                + " statements; from here on it is text alone, and no facts are read."));
                break;
            }
            if (isReadable(statement)) {
                kept.add(statement);
            } else if (findings.size() < MOST_FINDINGS) {
                findings.add(finding(
                        monograph,
                        statement,
                        "statement-too-long",
                        "This statement, or what it stands under, has more than " + LONGEST + " characters, " + WIDEST
                                + " parts or " + MOST_MARKS
                                + " combining marks in a row; it is text alone, and no facts are read from it."));
            }
        }
        return new ReadableOutline(List.copyOf(kept), List.copyOf(findings));
    }

    private static boolean isReadable(Statement statement) {
        return isReadable(statement.text().text())
                && statement.cells().size() <= WIDEST
                && statement.governors().size() <= WIDEST
                && statement.governors().stream()
                        .allMatch(g -> isReadable(g.text().text()));
    }

    private static boolean isReadable(String text) {
        int marks = 0;
        for (int i = 0; i < text.length() && marks <= MOST_MARKS; i++) {
            marks = Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK ? marks + 1 : 0;
        }
        return text.length() <= LONGEST && marks <= MOST_MARKS;
    }

    private static Finding finding(Monograph monograph, Statement statement, String code, String message) {
        int line = monograph.source().lineOf(statement.text().span().start());
        return new Finding(Severity.WARNING, monograph.source().path(), line, code, message);
    }
}
