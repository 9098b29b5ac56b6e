package org.w3id.materia.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.fact.LineCoverage;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.UnusableMonographException;

/**
 * What the converter understood of one file, for the person who wrote it.
 *
 * @param path the file
 * @param understood what was read; empty where the file is unusable
 * @param findings all findings, by line
 */
public record MonographCheck(String path, Optional<Understood> understood, List<Finding> findings) {
    public MonographCheck {
        findings = List.copyOf(findings);
    }

    /** A monograph with its facts, the same by section, and what became of its lines. */
    public record Understood(
            Monograph monograph, MonographFacts facts, List<SectionReview> sections, LineCoverage coverage) {
        public Understood {
            sections = List.copyOf(sections);
        }
    }

    /** Reads and extracts, and converts nothing. */
    public static MonographCheck of(String path, byte[] bytes) {
        try {
            ReadMonograph read = ReadMonograph.of(path, bytes);
            Monograph monograph = read.monograph();
            MonographFacts facts = read.facts();
            LineCoverage coverage = LineCoverage.of(monograph, facts);
            List<Finding> findings = new ArrayList<>(monograph.findings());
            findings.addAll(facts.findings());
            findings.addAll(coverage.reported());
            findings.sort(Comparator.comparingInt(Finding::line));
            return new MonographCheck(
                    path,
                    Optional.of(new Understood(monograph, facts, SectionReview.of(monograph, facts), coverage)),
                    findings);
        } catch (UnusableMonographException e) {
            return new MonographCheck(path, Optional.empty(), List.of(e.finding()));
        }
    }
}
