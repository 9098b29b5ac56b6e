package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.model.Finding;

/**
 * All facts of one monograph, in the order of the text.
 *
 * @param findings what the extractors could not make facts of and a person should know
 */
public record MonographFacts(
        Product product,
        List<Indication> indications,
        List<DoseStatement> dosing,
        List<Contraindication> contraindications,
        List<Caution> cautions,
        List<Interaction> interactions,
        List<UndesirableEffect> effects,
        List<Mechanism> mechanisms,
        List<QuestionAnswer> questions,
        List<Finding> findings) {
    public MonographFacts {
        indications = List.copyOf(indications);
        dosing = List.copyOf(dosing);
        contraindications = List.copyOf(contraindications);
        cautions = List.copyOf(cautions);
        interactions = List.copyOf(interactions);
        effects = List.copyOf(effects);
        mechanisms = List.copyOf(mechanisms);
        questions = List.copyOf(questions);
        findings = List.copyOf(findings);
    }
}
