package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.w3id.materia.store.TestResources.TYPE;
import static org.w3id.materia.store.TestResources.resource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.store.Criterion.Comparison;

/** Each kind of match, on resources that differ in one value each. */
class SearchTest {
    private static final String ATC = "http://www.whocc.no/atc";
    private static final String LONG_TEXT = "interval ".repeat(500) + "end";

    @TempDir
    static Path data;

    private static KnowledgeBase knowledge;
    private static Snapshot snapshot;

    @BeforeAll
    static void fill() {
        knowledge = TestStores.open(data);
        TestResources.put(
                knowledge,
                "s",
                resource("token-system", new IndexValue.Token("code", ATC, "N02BE01")),
                resource("token-other-system", new IndexValue.Token("code", "urn:other", "N02BE01")),
                resource("token-no-system", new IndexValue.Token("code", "", "N02BE01")),
                resource("token-other-code", new IndexValue.Token("code", ATC, "n02be01")),
                resource("token-other-parameter", new IndexValue.Token("ingredient-code", ATC, "N02BE01")),
                resource("cotrimoxazole", text("Co-trimoxazole")),
                resource("sezary", text("Sézary syndrome, relapsed")),
                resource("insulin", text("Insulin glargine"), text("Lantus")),
                resource("strasse", text("Große Łódź µg")),
                resource("greek", text("ΛΌΓΟΣ")),
                resource("percent", text("Salicylic acid 10% ointment")),
                resource("long", text(LONG_TEXT)),
                resource("reference", new IndexValue.Reference("subject", new ResourceKey("Medication", "a"))),
                resource("reference-type", new IndexValue.Reference("subject", new ResourceKey("Substance", "a"))),
                resource("uri", new IndexValue.Uri("url", "http://example.org/fhir/a")),
                resource("day", period("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z")),
                resource("two-days", period("2026-03-10T00:00:00Z", "2026-03-12T00:00:00Z")),
                resource("open-end", new IndexValue.Period("date", at("2026-03-20T00:00:00Z"), Instant.MAX)),
                TestResources.version(
                        new ResourceKey("Medication", "cotrimoxazole"),
                        "1",
                        TestResources.UPDATED,
                        text("Co-trimoxazole")));
        snapshot = knowledge.snapshot();
    }

    @AfterAll
    static void close() {
        snapshot.close();
        knowledge.close();
    }

    @Test
    void tokenOfAnySystem() {
        assertThat(found("code", new Criterion.TokenIs(null, "N02BE01")))
                .containsExactly("token-no-system", "token-other-system", "token-system");
    }

    @Test
    void tokenOfOneSystem() {
        assertThat(found("code", new Criterion.TokenIs(ATC, "N02BE01"))).containsExactly("token-system");
    }

    @Test
    void tokenWithoutSystem() {
        assertThat(found("code", new Criterion.TokenIs("", "N02BE01"))).containsExactly("token-no-system");
    }

    @Test
    void anyTokenOfOneSystem() {
        assertThat(found("code", new Criterion.TokenIs(ATC, null))).containsExactly("token-other-code", "token-system");
    }

    @Test
    void tokenWithNeitherSystemNorCodeIsRefused() {
        assertThatThrownBy(() -> found("code", new Criterion.TokenIs(null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            co-trimoxazole,   cotrimoxazole
            co,               cotrimoxazole
            CO TRIM,          cotrimoxazole
            trimox,           cotrimoxazole
            c,                cotrimoxazole
            sezary,           sezary
            SÉZARY SYN,       sezary
            syndrome relapsed,sezary
            relaps,           sezary
            glargine,         insulin
            insulin  GLAR,    insulin
            lant,             insulin
            grosse,           strasse
            lodz,             strasse
            μg,               strasse
            λογος,            greek
            λόγοσ,            greek
            10%,              percent
            """)
    void textBeginsWithAWord(String asked, String id) {
        assertThat(found("name", new Criterion.TextBegins(asked))).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"rimoxazole", "cotrim", "glargine lantus", "insulin lantus", "100%", "sezarys", "-", "%%"})
    void textThatNoWordBeginsWithIsNotFound(String asked) {
        assertThat(found("name", new Criterion.TextBegins(asked))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rimoxa, cotrimoxazole",
        "o-t, cotrimoxazole",
        "x, cotrimoxazole",
        "le, cotrimoxazole",
        "ZARY S, sezary",
        "y, sezary",
        "argine, insulin",
        "ntus, insulin",
        "0% oint, percent"
    })
    void textContains(String asked, String id) {
        assertThat(found("name", new Criterion.TextContains(asked))).contains(id);
    }

    @Test
    void textContainsNothingAcrossTwoValues() {
        assertThat(found("name", new Criterion.TextContains("glargine lan"))).isEmpty();
        assertThat(found("name", new Criterion.TextContains("glarginelan"))).isEmpty();
    }

    @Test
    void exactTextCountsCaseAndAccents() {
        assertThat(found("name", new Criterion.TextIs("Sézary syndrome, relapsed")))
                .containsExactly("sezary");
        assertThat(found("name", new Criterion.TextIs("Sezary syndrome, relapsed")))
                .isEmpty();
        assertThat(found("name", new Criterion.TextIs("sézary syndrome, relapsed")))
                .isEmpty();
        assertThat(found("name", new Criterion.TextIs("Sézary"))).isEmpty();
    }

    @Test
    void textOfAnyLengthIsFound() {
        assertThat(found("name", new Criterion.TextIs(LONG_TEXT))).containsExactly("long");
        assertThat(found("name", new Criterion.TextIs(LONG_TEXT + "s"))).isEmpty();
        assertThat(found("name", new Criterion.TextBegins(LONG_TEXT))).containsExactly("long");
        assertThat(found("name", new Criterion.TextContains("interval end"))).containsExactly("long");
    }

    @Test
    void referenceOfAnyOrOneType() {
        assertThat(found("subject", new Criterion.RefersTo(null, "a"))).containsExactly("reference", "reference-type");
        assertThat(found("subject", new Criterion.RefersTo("Medication", "a"))).containsExactly("reference");
        assertThat(found("subject", new Criterion.RefersTo("Medication", "b"))).isEmpty();
    }

    @Test
    void uriIsComparedAsItStands() {
        assertThat(found("url", new Criterion.UriIs("http://example.org/fhir/a")))
                .containsExactly("uri");
        assertThat(found("url", new Criterion.UriIs("http://example.org/fhir/A")))
                .isEmpty();
        assertThat(found("url", new Criterion.UriIs("http://example.org/fhir/")))
                .isEmpty();
    }

    /** 2026-03-10 as the search value, against the day, the two days that begin with it and what begins later. */
    @ParameterizedTest
    @CsvSource({
        "EQ, day",
        "NE, open-end two-days",
        "GT, open-end two-days",
        "LT, ''",
        "GE, day open-end two-days",
        "LE, day",
        "SA, open-end",
        "EB, ''"
    })
    void periodComparedWithADay(Comparison comparison, String ids) {
        assertThat(found("date", day(comparison, "2026-03-10"))).containsExactly(words(ids));
    }

    /** 2026-03-11: the day lies before it, the two days reach into it. */
    @ParameterizedTest
    @CsvSource({
        "EQ, ''",
        "NE, day open-end two-days",
        "GT, open-end",
        "LT, day two-days",
        "GE, open-end",
        "LE, day two-days",
        "SA, open-end",
        "EB, day"
    })
    void periodComparedWithTheDayAfter(Comparison comparison, String ids) {
        assertThat(found("date", day(comparison, "2026-03-11"))).containsExactly(words(ids));
    }

    @Test
    void instantFindsItsMillisecond() {
        Instant updated = TestResources.UPDATED;
        Criterion.Match at = new Criterion.PeriodIs(Comparison.EQ, updated, updated.plusMillis(1));
        Criterion.Match after = new Criterion.PeriodIs(Comparison.GT, updated, updated.plusMillis(1));
        Criterion.Match from = new Criterion.PeriodIs(Comparison.GE, updated, updated.plusSeconds(1));
        assertThat(search("_lastUpdated", at).total()).isEqualTo(18);
        assertThat(search("_lastUpdated", after).total()).isZero();
        assertThat(search("_lastUpdated", from).total()).isEqualTo(18);
    }

    @Test
    void idFindsOneOfTheType() {
        assertThat(found("_id", new Criterion.IdIs("cotrimoxazole"))).containsExactly("cotrimoxazole");
        assertThat(found("_id", new Criterion.IdIs("trimoxazole"))).isEmpty();
    }

    @Test
    void missing() {
        assertThat(found("subject", new Criterion.Missing(false))).containsExactly("reference", "reference-type");
        assertThat(found("subject", new Criterion.Missing(true)))
                .hasSize(16)
                .doesNotContain("reference", "reference-type");
        assertThat(found("_id", new Criterion.Missing(true))).isEmpty();
        assertThat(found("_lastUpdated", new Criterion.Missing(false))).hasSize(18);
    }

    @Test
    void anyAlternativeAndAllCriteria() {
        Criterion either =
                new Criterion("name", List.of(new Criterion.TextBegins("insulin"), new Criterion.TextBegins("sezary")));
        Criterion also = new Criterion("name", List.of(new Criterion.TextContains("lantus")));
        assertThat(ids(search(either))).containsExactly("insulin", "sezary");
        assertThat(ids(search(either, also))).containsExactly("insulin");
    }

    @Test
    void noCriterionFindsTheWholeType() {
        assertThat(search().total()).isEqualTo(18);
        assertThat(snapshot.counts())
                .containsEntry(TYPE, 18)
                .containsEntry("Medication", 1)
                .hasSize(2);
    }

    @Test
    void unknownTypeHasNothing() {
        Query query = new Query("Patient", List.of(), 10, Optional.empty());
        assertThat(snapshot.search(query)).isEqualTo(new SearchPage(List.of(), 0, Optional.empty()));
    }

    @Test
    void countOfZeroGivesTheTotalAlone() {
        SearchPage page = snapshot.search(new Query(TYPE, List.of(), 0, Optional.empty()));
        assertThat(page).isEqualTo(new SearchPage(List.of(), 18, Optional.empty()));
    }

    private static IndexValue text(String value) {
        return new IndexValue.Text("name", value);
    }

    private static IndexValue period(String start, String end) {
        return new IndexValue.Period("date", at(start), at(end));
    }

    private static Criterion.PeriodIs day(Comparison comparison, String date) {
        Instant start = at(date + "T00:00:00Z");
        return new Criterion.PeriodIs(comparison, start, start.plusSeconds(86_400));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static String[] words(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toArray(String[]::new);
    }

    private static List<String> found(String parameter, Criterion.Match match) {
        return ids(search(parameter, match));
    }

    private static SearchPage search(String parameter, Criterion.Match match) {
        return search(new Criterion(parameter, List.of(match)));
    }

    private static SearchPage search(Criterion... allOf) {
        return snapshot.search(new Query(TYPE, List.of(allOf), 100, Optional.empty()));
    }

    private static List<String> ids(SearchPage page) {
        assertThat(page.resources()).hasSize(page.total());
        return page.resources().stream()
                .map(StoredResource::key)
                .map(ResourceKey::id)
                .toList();
    }
}
