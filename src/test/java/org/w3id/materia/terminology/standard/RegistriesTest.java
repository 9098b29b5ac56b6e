package org.w3id.materia.terminology.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.EnglishConcept;

/** The tables of codes, held against those of Unicode's ICU. */
class RegistriesTest {
    private final LanguageTags languages = new LanguageTags();
    private final Countries countries = new Countries();

    @Test
    void everyLanguageThatUnicodeHasIsRegistered() {
        List<String> unknown = Arrays.stream(ULocale.getISOLanguages())
                .filter(language -> languages.find(language).isEmpty())
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyCountryHasItsNumber() {
        for (String country : Locale.getISOCountries()) {
            String number = String.format(
                    Locale.ROOT, "%03d", Region.getInstance(country).getNumericCode());
            assertThat(countries.find(number).map(EnglishConcept::display))
                    .as(country)
                    .isPresent()
                    .isEqualTo(countries.find(country).map(EnglishConcept::display));
        }
        assertThat(countries.all().orElseThrow()).hasSize(3 * Locale.getISOCountries().length);
    }

    @Test
    void aLanguageIsKnownByAllItsNames() {
        assertThat(languages.find("es").orElseThrow().designations())
                .extracting(Designation::value)
                .containsExactly("Spanish", "Castilian");
        assertThat(languages.find("el").orElseThrow().designations())
                .extracting(Designation::value)
                .containsExactly("Greek", "Modern Greek (1453-)");
        assertThat(languages.find("cho").orElseThrow().display()).isEqualTo("Choctaw");
        assertThat(languages.find("aab-Latn-NG").orElseThrow().display()).isEqualTo("Alumu-Tesu (Latin, Nigeria)");
    }
}
