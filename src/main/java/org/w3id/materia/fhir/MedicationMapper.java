package org.w3id.materia.fhir;

import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationStatus;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.SubstanceName;

/** A product → Medication (FHIR R4, 11.4), to which everything else refers. */
final class MedicationMapper {
    private final MonographScope scope;
    private final ProductMapper products;

    MedicationMapper(MonographScope scope) {
        this.scope = scope;
        this.products = new ProductMapper(scope);
    }

    Medication map() {
        Product product = scope.product();
        Medication resource = scope.begin(new Medication(), scope.id());
        resource.setCode(products.code());
        boolean exists = product.kind() == Product.Kind.MONOGRAPH;
        resource.setStatus(exists ? MedicationStatus.ACTIVE : MedicationStatus.INACTIVE);
        products.doseForm().ifPresent(resource::setForm);
        for (Ingredient ingredient : product.ingredients()) {
            resource.addIngredient()
                    .setItem(SubstanceName.of(ingredient.name()).reference().setDisplay(ingredient.name()))
                    .setIsActive(true);
        }
        resource.setText(products.beginNarrative().generated());
        return resource;
    }
}
