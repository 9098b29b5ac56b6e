package org.w3id.materia.extract.risk;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.risk.clause.Level;

/**
 * A state of a patient that a text warns of.
 *
 * @param condition the text's own noun phrase, lower case
 * @param kind what sort of thing it is
 * @param level how firmly the text warns
 * @param groups whom alone the text names it for; empty where for all
 * @param ingredient the ingredient of a combination that the statement is about
 * @param sentence the label above it and the whole sentence
 */
public record RiskStatement(
        String condition,
        RiskKind kind,
        Level level,
        List<PatientGroup> groups,
        Optional<String> ingredient,
        String sentence,
        Evidence evidence) {
    public RiskStatement {
        groups = List.copyOf(groups);
    }
}
