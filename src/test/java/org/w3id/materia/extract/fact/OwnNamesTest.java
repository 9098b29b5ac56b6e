package org.w3id.materia.extract.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.language.Words;

/** Which words name the medicine that a text is about, and which another. */
class OwnNamesTest {
    private static OwnNames of(String... ingredients) {
        return OwnNames.of(List.of(ingredients), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        estradiol          | allopurinol treats gout   | true
        estradiol          | estradiol valerate treats | false
        estradiol          | gout is treated           | false
        diclofenac sodium  | naproxen sodium           | true
        diclofenac sodium  | diclofenac                | false
        potassium chloride | potassium citrate         | true
        potassium chloride | potassium                 | false
        folic acid         | tranexamic acid           | true
        folic acid         | folic acid                | false
        """)
    void anotherMedicineIsToldByTheWordThatNamesIt(String product, String text, boolean other) {
        assertThat(of(product).isOther(Words.of(text), 0)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sodium valproate | valproate | true
        sodium valproate | sodium    | false
        vitamin d        | vitamin   | false
        potassium iodide | potassium | true
        elemental iron   | iron      | true
        deutetrabenazine | tetrabenazine | false
        """)
    void aSaltOrAGeneralWordTellsNoMedicine(String product, String word, boolean tells) {
        assertThat(of(product).tells(word)).isEqualTo(tells);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        warfarin           | oral warfarin       | true
        sodium valproate   | valproate           | true
        atorvastatin calcium | calcium           | false
        insulin lispro     | insulin glargine    | false
        deutetrabenazine   | tetrabenazine       | false
        tetrabenazine      | deutetrabenazine    | false
        cotrimoxazole      | co-trimoxazole      | true
        hydroxychloroquine | hydroxychlorquine   | true
        """)
    void aNameIsTheMedicinesWithItsSaltAndItsWayMisspeltOrNot(String product, String name, boolean own) {
        assertThat(of(product).isName(name)).isEqualTo(own);
    }

    @Test
    void anAbbreviationBehindTheNameIsOneWhereItIsMadeOfItsLetters() {
        OwnNames own =
                OwnNames.of(product("methotrexate"), "Methotrexate (MTX) is given weekly. Methotrexate (DMARD) …");

        assertThat(own.isName("mtx")).isTrue();
        assertThat(own.isName("dmard")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        Zinc Sulfate      | zinc
        L-Methylfolate    | methylfolate
        Vitamins and zinc | zinc
        Iron              | none
        """)
    void aLabelMaySpellAnIngredientInItsOwnWay(String label, String ingredient) {
        assertThat(of("methylfolate", "zinc").ingredientsSpelt(label))
                .isEqualTo(Optional.ofNullable(ingredient).stream().toList());
    }

    private static Product product(String ingredient) {
        return new Product(
                Product.Kind.MONOGRAPH,
                List.of(new Ingredient(ingredient, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
