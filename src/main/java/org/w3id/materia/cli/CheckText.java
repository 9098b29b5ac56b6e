package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.LineCoverage;
import org.w3id.materia.ingest.FactInWords;
import org.w3id.materia.ingest.MonographCheck;
import org.w3id.materia.ingest.MonographCheck.Understood;
import org.w3id.materia.ingest.SectionReview;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Passage;

/**
 * The result of {@code check} for people: for each monograph its sections, in each the facts and the sentences that gave none, every
 * line with the {@code file:line} that editors jump to; then the findings, and the totals at the end.
 */
final class CheckText {
    /** What is said of one place in the text. */
    private record Line(SourceSpan span, String kind, String words) {}

    private final PrintWriter out;

    private CheckText(PrintWriter out) {
        this.out = out;
    }

    static void print(List<MonographCheck> checks, List<Finding> findings, PrintWriter out) {
        List<Understood> understood =
                checks.stream().flatMap(c -> c.understood().stream()).toList();
        CheckText text = new CheckText(out);
        understood.forEach(text::monograph);
        findings.forEach(out::println);
        out.printf("%d of %d files read; ", understood.size(), checks.size());
        text.coverage(understood);
        out.printf("; %d findings%n", findings.size());
    }

    private void monograph(Understood understood) {
        Monograph monograph = understood.monograph();
        out.printf(
                "%s: %s (%s)%n",
                monograph.source().path(),
                monograph.title(),
                understood.facts().product().kind().code());
        understood.sections().forEach(section -> section(monograph, section));
        out.print("  ");
        coverage(List.of(understood));
        out.println();
        out.println();
    }

    private void section(Monograph monograph, SectionReview review) {
        if (review.facts().isEmpty() && review.withoutFact().isEmpty()) {
            return;
        }
        out.printf(
                "  %s%n",
                review.section().heading().isEmpty()
                        ? "(before the first heading)"
                        : review.section().heading());
        List<Line> lines = new ArrayList<>();
        for (FactInWords fact : review.facts()) {
            lines.add(new Line(fact.evidence().span(), fact.kind(), fact.words()));
        }
        for (Passage sentence : review.withoutFact()) {
            lines.add(new Line(sentence.span(), "no fact", sentence.text()));
        }
        lines.sort(Comparator.comparing(Line::span));
        lines.forEach(line -> line(monograph, line));
    }

    private void line(Monograph monograph, Line line) {
        out.printf(
                "    %s:%d: %s: %s%n",
                monograph.source().path(),
                monograph.source().lineOf(line.span().start()),
                line.kind(),
                line.words().replace('\n', ' '));
    }

    private void coverage(List<Understood> understood) {
        List<LineCoverage> lines = understood.stream().map(Understood::coverage).toList();
        List<SectionReview> sections =
                understood.stream().flatMap(u -> u.sections().stream()).toList();
        int sentences = sections.stream().mapToInt(SectionReview::sentences).sum();
        int without = sections.stream().mapToInt(s -> s.withoutFact().size()).sum();
        List<DoseStatement> dosing =
                understood.stream().flatMap(u -> u.facts().dosing().stream()).toList();
        long whole = dosing.stream().filter(DoseStatement::isComputed).count();
        out.printf(
                "of %d statements about dosing %d read whole (%d %%); ",
                dosing.size(), whole, dosing.isEmpty() ? 100 : Math.floorDiv(100 * whole, dosing.size()));
        out.printf(
                "of %d lines %d used by facts, %d kept as text, %d reported; of %d sentences %d gave facts",
                lines.stream().mapToInt(LineCoverage::lines).sum(),
                lines.stream().mapToInt(LineCoverage::used).sum(),
                lines.stream().mapToInt(LineCoverage::keptAsText).sum(),
                lines.stream().mapToInt(l -> l.reported().size()).sum(),
                sentences,
                sentences - without);
    }
}
