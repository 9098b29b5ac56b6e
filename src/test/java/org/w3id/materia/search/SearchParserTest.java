package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Criterion.Comparison;

class SearchParserTest {
    private static final String BASE = "http://localhost:8080/fhir";
    private final SearchParser parser = new SearchParser(Examples.PARAMETERS);

    @Test
    void tokensHaveFourForms() {
        assertThat(medication("code", "J01CA04,http://www.whocc.no/atc|J01,|x,urn:s|"))
                .isEqualTo(new Criterion(
                        "code",
                        List.of(
                                new Criterion.TokenIs(null, "J01CA04"),
                                new Criterion.TokenIs("http://www.whocc.no/atc", "J01"),
                                new Criterion.TokenIs("", "x"),
                                new Criterion.TokenIs("urn:s", null))));
    }

    @Test
    void escapedSeparatorsBelongToTheValue() {
        assertThat(medication("code", "a\\,b\\|c\\$d\\\\e"))
                .isEqualTo(new Criterion("code", List.of(new Criterion.TokenIs(null, "a,b|c$d\\e"))));
    }

    @Test
    void modifiersOfTextChangeTheComparison() {
        assertThat(medication("name", "amox").anyOf()).containsExactly(new Criterion.TextBegins("amox"));
        assertThat(medication("name:contains", "mox").anyOf()).containsExactly(new Criterion.TextContains("mox"));
        assertThat(medication("name:exact", "Amox").anyOf()).containsExactly(new Criterion.TextIs("Amox"));
        assertThat(medication("code:text", "amox").anyOf()).containsExactly(new Criterion.TextBegins("amox"));
    }

    @Test
    void referencesHaveFourForms() {
        assertThat(parser.parse(
                                "MedicinalProductIndication",
                                "subject",
                                "a,Medication/b," + BASE + "/Medication/c,https://x.example/fhir/Medication/d",
                                BASE)
                        .anyOf())
                .containsExactly(
                        new Criterion.RefersTo(null, "a"),
                        new Criterion.RefersTo("Medication", "b"),
                        new Criterion.RefersTo("Medication", "c"),
                        new Criterion.UriIs("https://x.example/fhir/Medication/d"));
        assertThat(parser.parse("MedicinalProductIndication", "subject:Medication", "a", BASE)
                        .anyOf())
                .containsExactly(new Criterion.RefersTo("Medication", "a"));
    }

    @Test
    void aDateCoversWhatItsPrecisionSays() {
        assertThat(medication("_lastUpdated", "ge2026-02").anyOf())
                .containsExactly(new Criterion.PeriodIs(
                        Comparison.GE, Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
        assertThat(medication("_lastUpdated", "2024").anyOf())
                .containsExactly(new Criterion.PeriodIs(
                        Comparison.EQ, Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2025-01-01T00:00:00Z")));
        assertThat(medication("_lastUpdated", "lt2026-02-28T23:59:30+01:00").anyOf())
                .containsExactly(new Criterion.PeriodIs(
                        Comparison.LT, Instant.parse("2026-02-28T22:59:30Z"), Instant.parse("2026-02-28T22:59:31Z")));
    }

    @Test
    void approximatelyIsATenthOfTheTimeThatHasPassed() {
        SearchParser then = new SearchParser(
                Examples.PARAMETERS, Optional.empty(), InstantSource.fixed(Instant.parse("2026-01-11T00:00:00Z")));
        assertThat(then.parse("Medication", "_lastUpdated", "ap2025-12-31", BASE)
                        .anyOf())
                .containsExactly(new Criterion.PeriodIs(
                        Comparison.AP, Instant.parse("2025-12-30T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z")));
    }

    @Test
    void approximatelyIsATenthOfTheNumber() {
        assertThat(parser.parse("Substance", "quantity", "ap100", BASE).anyOf())
                .containsExactly(new Criterion.QuantityIs(Comparison.AP, "", 90, 110));
    }

    @Test
    void digitsSayHowPreciseANumberIs() {
        assertThat(parser.parse("Substance", "quantity", "100,5.40,1e2,lt5.4", BASE)
                        .anyOf())
                .containsExactly(
                        new Criterion.QuantityIs(Comparison.EQ, "", 99.5, Math.nextDown(100.5)),
                        new Criterion.QuantityIs(Comparison.EQ, "", 5.395, Math.nextDown(5.405)),
                        new Criterion.QuantityIs(Comparison.EQ, "", 50, Math.nextDown(150.0)),
                        new Criterion.QuantityIs(Comparison.LT, "", 5.4, 5.4));
    }

    @Test
    void digitsBeyondThoseOfADoubleMeanTheNumberItself() {
        assertThat(parser.parse("Substance", "quantity", "5.000000000000000000000,1e-400", BASE)
                        .anyOf())
                .containsExactly(
                        new Criterion.QuantityIs(Comparison.EQ, "", 5, 5),
                        new Criterion.QuantityIs(Comparison.EQ, "", 0, 0));
    }

    @Test
    void unitsOfUcumAreComparedInBaseUnits() {
        assertThat(parser.parse("Substance", "quantity", "gt5|http://unitsofmeasure.org|mg", BASE)
                        .anyOf())
                .isEqualTo(parser.parse("Substance", "quantity", "gt0.005|http://unitsofmeasure.org|g", BASE)
                        .anyOf());
        assertThat(parser.parse("Substance", "quantity", "gt5|http://unitsofmeasure.org|{tablet}", BASE)
                        .anyOf())
                .containsExactly(new Criterion.QuantityIs(Comparison.GT, "http://unitsofmeasure.org|{tablet}", 5, 5));
    }

    @Test
    void chainsAreCriteriaOfTheTarget() {
        Criterion code =
                new Criterion("code", List.of(new Criterion.TokenIs(null, "a"), new Criterion.TokenIs(null, "b")));
        assertThat(parser.parse("Medication", "ingredient:Substance.code", "a,b", BASE))
                .isEqualTo(new Criterion("ingredient", List.of(new Criterion.References("Substance", List.of(code)))));
        assertThat(parser.parse("Medication", "ingredient.code", "a,b", BASE).anyOf())
                .containsExactly(
                        new Criterion.References("Medication", List.of(code)),
                        new Criterion.References("Substance", List.of(code)));
        assertThat(parser.parse("Substance", "_has:Medication:ingredient:code", "a,b", BASE)
                        .anyOf())
                .containsExactly(new Criterion.ReferredBy("Medication", "ingredient", List.of(code)));
    }

    @Test
    void alternativesOfANegationAreExcludedTogether() {
        assertThat(medication("code:not", "a,b").anyOf())
                .containsExactly(
                        new Criterion.Not(List.of(new Criterion.TokenIs(null, "a"), new Criterion.TokenIs(null, "b"))));
    }

    @Test
    void missingAsksForPresence() {
        assertThat(medication("code:missing", "true").anyOf()).containsExactly(new Criterion.Missing(true));
    }

    /** Kind of failure, parameter, value, and words that the message must have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "INVALID; colour; red; no search parameter 'colour'",
                "INVALID; colour; red; code, expiration-date, form",
                "INVALID; code; ''; empty value",
                "INVALID; code; a,,b; empty value",
                "INVALID; code; a|b|c; 'system|code'",
                "INVALID; code; |; 'system|code'",
                "INVALID; code:exact2; a; no modifier ':exact2'",
                "NOT_SUPPORTED; code:in; a; ':in' is not supported",
                "NOT_SUPPORTED; _list; x; '_list'",
                "NOT_SUPPORTED; _text; a \"b c\"; Phrases",
                "NOT_SUPPORTED; _content; a OR b; Phrases",
                "INVALID; ingredient.colour; red; has a search parameter 'colour'",
                "INVALID; ingredient:Patient.code; a; does not refer to 'Patient'",
                "INVALID; code.code; a; is no reference",
                "INVALID; ingredient; Patient/1; refers to Medication, Substance",
                "INVALID; ingredient:Patient; 1; :Medication, :Substance",
                "INVALID; ingredient; a b; absolute URL",
                "INVALID; _id; a b; not an id",
                "INVALID; _id:missing; true; cannot be missing",
                "INVALID; _lastUpdated; xx2026; 'xx' is not a prefix",
                "INVALID; _lastUpdated; 2026-02-30; not a value for '_lastUpdated'",
                "INVALID; _lastUpdated; yesterday; not a prefix",
                "INVALID; code:missing; yes; 'true' or 'false'",
            })
    void whatIsWrongIsNamed(Failure.Category category, String name, String value, String words) {
        assertThatThrownBy(() -> medication(name, value))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.category()).isEqualTo(category))
                .hasMessageContaining(words);
    }

    private Criterion medication(String name, String value) {
        return parser.parse("Medication", name, value, BASE);
    }
}
