package org.w3id.materia.extract.fact;

import java.util.List;
import java.util.stream.Stream;
import org.w3id.materia.extract.outline.Evidence;
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

    /** The evidence of every fact. */
    public Stream<Evidence> evidence() {
        return Stream.of(
                        product.ingredients().stream().map(Ingredient::evidence),
                        product.routes().stream().map(Product.Stated::evidence),
                        product.doseForms().stream().map(Product.Stated::evidence),
                        product.classes().stream().map(Product.Stated::evidence),
                        indications().stream().map(Indication::evidence),
                        dosing().stream().map(DoseStatement::evidence),
                        contraindications().stream().map(Contraindication::evidence),
                        cautions().stream().map(Caution::evidence),
                        interactions().stream().map(Interaction::evidence),
                        effects().stream().map(UndesirableEffect::evidence),
                        mechanisms().stream().map(Mechanism::evidence),
                        questions().stream().map(QuestionAnswer::evidence))
                .flatMap(s -> s);
    }
}
