package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Product.Kind;
import org.w3id.materia.extract.fact.Route;

class ProductExtractorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alphadrug | alphadrug",
                "Alphadrug (Topical) | alphadrug",
                "Alphadrug [Betaname] | alphadrug",
                "Alphadrug/ Betaname (Nasal) | alphadrug",
                "Alpha sodium + Beta- + Vitamin B12 (Cobalamin) | alpha sodium; beta; vitamin b12",
                "Alphanic acidANA + Beta | alphanic acid; beta",
                "Clotting Factor /Other Clotting Factor (Human) | clotting factor; other clotting factor",
                "Thrombin, Human | thrombin, human",
                "Alpha including Gamma + Beta | alpha; beta",
            })
    void titlesNameTheIngredients(String title, String expected) {
        assertThat(Facts.of(title, "### Usage\n\nUsed for gout.\n").product().ingredients())
                .extracting(Ingredient::name)
                .containsExactly(expected.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I cannot provide information on this mixture. Please provide the name of one ingredient. | REFUSAL",
                "Alpha is not a medicine itself but a salt. | REFUSAL",
                "I cannot provide specific medical advice.\\n\\n### Usage\\n\\nUsed for gout. | MONOGRAPH",
                "I cannot provide information on this mixture as one drug.\\n\\n### Usage\\n\\nAlpha is used for gout. | COMPONENT",
                "This is not a standard, commercially available combination.\\n\\n### Usage\\n\\nUsed for gout. | COMPONENT",
                "### Usage (Individual Components)\\n\\nAlpha is used for gout. | COMPONENT",
                "### Usage\\n\\nNot applicable\\n\\n### Dosage\\n\\nN/A | REFUSAL",
                "### Usage\\n\\nUsed for gout. | MONOGRAPH",
            })
    void textsThatDescribeNoProductAreTold(String body, Kind expected) {
        String text = body.replace("\\n", "\n");
        assertThat(Facts.of("Alpha + Beta", text).product().kind()).isEqualTo(expected);
    }

    @Test
    void aRefusalIsReportedAsAnError() {
        MonographFacts facts = Facts.of("Alpha", "Please provide the full name of the drug.\n");
        assertThat(facts.findings()).singleElement().satisfies(f -> assertThat(f.toString())
                .startsWith("test.md: error:")
                .endsWith("[product-not-described]"));
    }

    @Test
    void routesFormsClassesAndNamesAreThoseThatTheTextStates() {
        Product product = Facts.of("Alphadrug (Alfadroga)", """
                        ### Generic Name
                        Alphadrug (also known as Alphadol)

                        ### Usage
                        Alphadrug is a monoclonal antibody used for gout. It belongs to a class of drugs called alphablockers.

                        ### Dosage
                        Take one tablet by mouth. Intravenous use is not recommended. A cream is applied to the skin.
                        """).product();
        assertThat(product.synonyms()).containsExactly("Alfadroga", "Alphadol");
        assertThat(product.classes()).extracting(Product.Stated::value).containsExactly("monoclonal antibody");
        assertThat(product.routes()).extracting(Product.Stated::value).containsExactly(Route.ORAL, Route.TOPICAL);
        assertThat(product.doseForms()).extracting(Product.Stated::value).containsExactly("tablet", "cream");
    }

    @Test
    void routeThatTheTextUnderALabelDeniesIsNone() {
        Product product = Facts.of("Alphadrug", """
                        ### Dosage
                        * **Oral (tablets):** Take one tablet daily. Do not take more than two tablets.
                        * **Intravenous (IV):** This drug is not available for intravenous use. Its relatives may be given intravenously.
                        * **Rectal:** Not applicable.
                        """).product();
        assertThat(product.routes()).extracting(Product.Stated::value).containsExactly(Route.ORAL);
        assertThat(product.doseForms()).extracting(Product.Stated::value).containsExactly("tablet");
    }
}
