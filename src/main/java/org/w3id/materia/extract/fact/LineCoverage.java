package org.w3id.materia.extract.fact;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.Block;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Section;

/**
 * What became of every line of a monograph that is not blank.
 *
 * @param used lines that a fact quotes, and lines that give structure: front matter, headings
 * @param keptAsText lines that are served in the Composition's narrative alone
 * @param reported a finding for each line that is neither
 */
public record LineCoverage(int used, int keptAsText, List<Finding> reported) {
    public LineCoverage {
        reported = List.copyOf(reported);
    }

    /** Lines that are not blank. */
    public int lines() {
        return used + keptAsText + reported.size();
    }

    /** @param facts all that were extracted from that monograph */
    public static LineCoverage of(Monograph monograph, MonographFacts facts) {
        String text = monograph.source().text();
        boolean[] quoted = new boolean[text.length()];
        mark(quoted, 0, monograph.bodyStart());
        facts.evidence().forEach(e -> mark(quoted, e.span().start(), e.span().end()));
        boolean[] served = new boolean[text.length()];
        for (Section section : monograph.sections()) {
            // Between a section's start and its first block stands its heading.
            int headingEnd = section.blocks().isEmpty()
                    ? section.span().end()
                    : section.blocks().get(0).span().start();
            if (!section.heading().isEmpty()) {
                mark(quoted, section.span().start(), Math.max(section.span().start(), headingEnd));
            }
            for (Block block : section.blocks()) {
                mark(served, block.span().start(), block.span().end());
            }
        }
        return count(monograph, quoted, served);
    }

    private static LineCoverage count(Monograph monograph, boolean[] quoted, boolean[] served) {
        String text = monograph.source().text();
        int used = 0;
        int kept = 0;
        int number = 0;
        List<Finding> reported = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            number++;
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (!text.substring(start, end).isBlank()) {
                if (anyLetter(text, quoted, start, end)) {
                    used++;
                } else if (anyLetter(text, served, start, end)) {
                    kept++;
                } else {
                    reported.add(new Finding(
                            Severity.INFORMATION,
                            monograph.source().path(),
                            number,
                            "line-unread",
                            "This line is in no section, list or paragraph; it is served in the Binary alone."));
                }
            }
            start = end + 1;
        }
        return new LineCoverage(used, kept, reported);
    }

    private static boolean anyLetter(String text, boolean[] marks, int start, int end) {
        for (int i = start; i < end; i++) {
            if (marks[i] && !Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void mark(boolean[] marks, int start, int end) {
        java.util.Arrays.fill(marks, start, Math.min(end, marks.length), true);
    }
}
