package org.w3id.materia.extract.product;

import java.util.List;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Product.Kind;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.Monograph;

/** What a person should know of a monograph's product: that there is none, or only its components. */
public final class ProductFindings {
    private ProductFindings() {}

    /** At most one; none for a product that is described. */
    public static List<Finding> of(Monograph monograph, Product product) {
        String path = monograph.source().path();
        if (product.kind() == Kind.REFUSAL) {
            return List.of(new Finding(
                    Severity.ERROR,
                    path,
                    0,
                    "product-not-described",
                    "The text says that it cannot describe this product; it is not served as a medicine."));
        }
        if (product.kind() == Kind.COMPONENT) {
            return List.of(new Finding(
                    Severity.INFORMATION,
                    path,
                    0,
                    "components-only",
                    "The text describes the ingredients apart, because their combination is no product."));
        }
        return List.of();
    }
}
