package org.w3id.materia.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeIngredientComponent;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Mechanism;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Product.Stated;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.dosage.GuidelineMapper;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.RelatedMonograph;
import org.w3id.materia.fhir.scope.SubstanceName;
import org.w3id.materia.fhir.scope.Vocabulary;

/** A monograph's product, mechanism and dosing → MedicationKnowledge (FHIR R4, 11.5). */
final class MedicationKnowledgeMapper {
    private static final String MECHANISM = Canonical.extension("mechanism");

    private final MonographScope scope;
    private final ProductMapper products;

    MedicationKnowledgeMapper(MonographScope scope) {
        this.scope = scope;
        this.products = new ProductMapper(scope);
    }

    /**
     * Maps the product.
     *
     * @param forbidden the issues of the contraindications
     */
    MedicationKnowledge map(List<DetectedIssue> forbidden) {
        MedicationKnowledge resource = scope.begin(new MedicationKnowledge(), scope.id());
        product(resource);
        scope.mentions().ingredients().forEach(other -> relate(other, resource));
        scope.facts().mechanisms().forEach(m -> resource.addExtension(mechanism(m)));
        new GuidelineMapper(scope).map(scope.facts().dosing()).forEach(resource::addAdministrationGuidelines);
        forbidden.forEach(issue -> resource.addContraindication(new Reference("DetectedIssue/" + issue.getIdPart())
                .setDisplay(issue.getEvidenceFirstRep().getCodeFirstRep().getText())));
        resource.setText(new MedicationKnowledgeNarrative(scope).of(products.beginNarrative()));
        return resource;
    }

    private void product(MedicationKnowledge resource) {
        Product product = scope.product();
        Vocabulary vocabulary = scope.vocabulary();
        resource.setCode(products.code());
        boolean exists = product.kind() == Product.Kind.MONOGRAPH;
        resource.setStatus(exists ? MedicationKnowledgeStatus.ACTIVE : MedicationKnowledgeStatus.INACTIVE);
        resource.addProductType(
                vocabulary.concept("product-kind", product.kind().code()));
        products.doseForm().ifPresent(resource::setDoseForm);
        products.doseFormExtensions().forEach(resource::addExtension);
        product.synonyms().forEach(resource::addSynonym);
        product.ingredients().forEach(i -> resource.addIngredient(ingredient(i)));
        product.routes().forEach(r -> resource.addIntendedRoute(products.route(r)));
        product.classes().forEach(c -> classify(c, resource));
        resource.addAssociatedMedication(scope.medication());
        resource.addMonograph()
                .setType(vocabulary.concept("document-type", "drug-monograph"))
                .setSource(new Reference("DocumentReference/" + scope.id()).setDisplay(scope.name()));
    }

    private MedicationKnowledgeIngredientComponent ingredient(Ingredient ingredient) {
        MedicationKnowledgeIngredientComponent component = new MedicationKnowledgeIngredientComponent();
        scope.state(component, ingredient.evidence(), Optional.empty());
        component.setItem(SubstanceName.of(ingredient.name()).reference().setDisplay(ingredient.name()));
        return component.setIsActive(true);
    }

    private void classify(Stated<String> stated, MedicationKnowledge resource) {
        CodeableConcept classification = new CodeableConcept().setText(stated.value());
        scope.state(classification, stated.evidence(), Optional.empty());
        resource.addMedicineClassification()
                .setType(scope.vocabulary().concept("classification-type", "stated-class"))
                .addClassification(classification);
    }

    private void relate(RelatedMonograph other, MedicationKnowledge resource) {
        resource.addRelatedMedicationKnowledge()
                .setType(scope.vocabulary().concept("related-medication", other.relation()))
                .addReference(new Reference("MedicationKnowledge/" + other.id()).setDisplay(other.name()));
    }

    private Extension mechanism(Mechanism mechanism) {
        Extension extension = new Extension(MECHANISM);
        extension.addExtension("text", new StringType(mechanism.text()));
        scope.state(extension, mechanism.evidence(), mechanism.ingredient());
        return extension;
    }
}
