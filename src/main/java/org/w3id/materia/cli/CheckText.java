package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.materia.extract.Contraindication;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.LineCoverage;
import org.w3id.materia.extract.MonographFacts;
import org.w3id.materia.ingest.MonographCheck;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Monograph;

/** The result of {@code check} for people: a paragraph for each monograph, its findings, and the totals at the end. */
final class CheckText {
    private CheckText() {}

    static void print(List<MonographCheck> checks, List<Finding> findings, PrintWriter out) {
        checks.forEach(check -> check.understood().ifPresent(u -> print(u, out)));
        findings.forEach(out::println);
        long read = checks.stream().filter(c -> c.understood().isPresent()).count();
        List<LineCoverage> coverage = checks.stream()
                .flatMap(c -> c.understood().stream())
                .map(MonographCheck.Understood::coverage)
                .toList();
        out.printf(
                "%d of %d files read; of %d lines %d used by facts, %d kept as text, %d reported; %d findings%n",
                read,
                checks.size(),
                coverage.stream().mapToInt(LineCoverage::lines).sum(),
                coverage.stream().mapToInt(LineCoverage::used).sum(),
                coverage.stream().mapToInt(LineCoverage::keptAsText).sum(),
                coverage.stream().mapToInt(c -> c.reported().size()).sum(),
                findings.size());
    }

    private static void print(MonographCheck.Understood understood, PrintWriter out) {
        Monograph monograph = understood.monograph();
        MonographFacts facts = understood.facts();
        LineCoverage lines = understood.coverage();
        out.printf(
                "%s: %s (%s)%n",
                monograph.source().path(),
                monograph.title(),
                facts.product().kind().code());
        line(out, "ingredients", facts.product().ingredients(), i -> i.name());
        line(
                out,
                "indications",
                facts.indications(),
                i -> i.condition() + " (" + i.intent().code() + ")");
        List<DoseStatement> computed =
                facts.dosing().stream().filter(DoseStatement::isComputed).toList();
        line(out, "doses", computed, DoseStatement::text);
        out.printf("  %-18s %d sentences%n", "dosing as text", facts.dosing().size() - computed.size());
        line(out, "contraindications", facts.contraindications(), CheckText::contraindication);
        line(out, "cautions", facts.cautions(), c -> c.condition());
        line(out, "interactions", facts.interactions(), i -> i.agent());
        line(out, "undesirable effects", facts.effects(), e -> e.effect() + (e.serious() ? " (serious)" : ""));
        out.printf("  %-18s %d%n", "questions", facts.questions().size());
        out.printf(
                "  %-18s %d: %d used by facts, %d kept as text, %d reported%n%n",
                "lines",
                lines.lines(),
                lines.used(),
                lines.keptAsText(),
                lines.reported().size());
    }

    private static String contraindication(Contraindication c) {
        return c.condition() + (c.strength() == Contraindication.Strength.CONTRAINDICATED ? "" : " (not recommended)");
    }

    private static <T> void line(PrintWriter out, String name, List<T> facts, Function<T, String> words) {
        out.printf(
                "  %-18s %d%s%n",
                name,
                facts.size(),
                facts.isEmpty() ? "" : ": " + facts.stream().map(words).collect(Collectors.joining("; ")));
    }
}
