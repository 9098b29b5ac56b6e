package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.store.TestResources.TYPE;
import static org.w3id.materia.store.TestResources.UPDATED;
import static org.w3id.materia.store.TestResources.resource;
import static org.w3id.materia.store.TestResources.version;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.store.Criterion.Comparison;

/** The kinds of match that look at more than one value: sets, negations, words, numbers, composites, references. */
class MatchesTest {
    private static final ResourceKey WATER = new ResourceKey("Substance", "water");
    private static final ResourceKey MAKER = new ResourceKey("Organization", "maker");

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
                resource("red", token("colour", "red"), words("name", "Amoxicillin trihydrate", "Amoxil")),
                resource("blue", token("colour", "blue"), token("colour", "red"), words("name", "Zinc")),
                resource("plain", new IndexValue.Present("colour"), words("name", "Hydroxyzine")),
                resource("none", words("name", "Amoxapine")),
                resource("root", uri("http://a.example/x")),
                resource("leaf", uri("http://a.example/x/y")),
                resource("sibling", uri("http://a.example/xy")),
                resource("five", quantity(5, 5)),
                resource("minus", quantity(-5, -5)),
                resource("range", quantity(4, 6)),
                resource("from-six", quantity(6, Double.POSITIVE_INFINITY)),
                resource("other-unit", new IndexValue.Quantity("dose", "mg", 5, 5)),
                resource("tuples", tuple("a", 1), tuple("b", 2)),
                resource("tuple", tuple("a", 2)),
                resource("wet", new IndexValue.Reference("ingredient", WATER)),
                resource("dry", new IndexValue.Reference("ingredient", new ResourceKey("Substance", "salt"))),
                resource("elsewhere", new IndexValue.Reference("other", WATER)),
                version(WATER, "1", UPDATED, token("state", "liquid"), new IndexValue.Reference("manufacturer", MAKER)),
                version(MAKER, "1", UPDATED, token("active", "true")));
        snapshot = knowledge.snapshot();
    }

    @AfterAll
    static void close() {
        snapshot.close();
        knowledge.close();
    }

    @Test
    void aSetOfTokensMatchesAnyOfThem() {
        assertThat(found("colour", new Criterion.TokenAnyOf(Set.of(concept("blue"), concept("green")))))
                .containsExactly("blue");
        assertThat(found("colour", new Criterion.TokenAnyOf(Set.of()))).isEmpty();
    }

    @Test
    void notIsWhateverDoesNotMatchWithAndWithoutValue() {
        assertThat(found("colour", new Criterion.Not(List.of(new Criterion.TokenIs(null, "red")))))
                .contains("plain", "none", "five")
                .doesNotContain("red", "blue", "water");
        assertThat(found("colour", new Criterion.Not(List.of(new Criterion.TokenAnyOf(Set.of(concept("blue")))))))
                .contains("red", "plain")
                .doesNotContain("blue");
    }

    @Test
    void anElementThatCannotBeComparedIsNotMissing() {
        assertThat(found("colour", new Criterion.Missing(false))).containsExactly("blue", "plain", "red");
    }

    @Test
    void wordsAreWholeAndAllOfThem() {
        assertThat(found("name", new Criterion.HasWords("amoxil AMOXICILLIN"))).containsExactly("red");
        assertThat(found("name", new Criterion.HasWords("amoxi"))).isEmpty();
        assertThat(found("name", new Criterion.HasWords("amoxil zinc"))).isEmpty();
        assertThat(found("name", new Criterion.HasWords("…"))).isEmpty();
    }

    @Test
    void typingErrorsAreForgivenInLongWordsOnly() {
        assertThat(found("name", new Criterion.TextResembles("amoxicilin"))).containsExactly("red");
        assertThat(found("name", new Criterion.TextResembles("amxoicilin"))).containsExactly("red");
        assertThat(found("name", new Criterion.TextResembles("amxoicilim"))).isEmpty();
        assertThat(found("name", new Criterion.TextResembles("amoxll"))).containsExactly("red");
        assertThat(found("name", new Criterion.TextResembles("zinx"))).isEmpty();
        assertThat(found("name", new Criterion.TextResembles("amo"))).containsExactly("none", "red");
    }

    @Test
    void aUriIsAboveThoseThatContinueItBySegments() {
        assertThat(found("url", new Criterion.UriBelow("http://a.example/x"))).containsExactly("leaf", "root");
        assertThat(found("url", new Criterion.UriBelow("http://a.example/")))
                .containsExactly("leaf", "root", "sibling");
        assertThat(found("url", new Criterion.UriAbove("http://a.example/x/y/z")))
                .containsExactly("leaf", "root");
        assertThat(found("url", new Criterion.UriAbove("http://a.example/xyz"))).isEmpty();
    }

    @Test
    void numbersCompareWithinTheirUnit() {
        assertThat(found("dose", is(Comparison.EQ, 4.5, Math.nextDown(5.5)))).containsExactly("five");
        assertThat(found("dose", is(Comparison.EQ, 4, 6))).containsExactly("five", "range");
        assertThat(found("dose", is(Comparison.GT, 5, 5))).containsExactly("from-six", "range");
        assertThat(found("dose", is(Comparison.GE, 5, 5))).containsExactly("five", "from-six", "range");
        assertThat(found("dose", is(Comparison.LT, 0, 0))).containsExactly("minus");
        assertThat(found("dose", is(Comparison.SA, 5, 5))).containsExactly("from-six");
        assertThat(found("dose", is(Comparison.EB, 4, 4))).containsExactly("minus");
        assertThat(found("dose", is(Comparison.AP, 5.5, 7))).containsExactly("from-six", "range");
        assertThat(found("dose", is(Comparison.NE, 5, 5))).containsExactly("from-six", "minus", "range");
        assertThat(found("dose", new Criterion.QuantityIs(Comparison.EQ, "mg", 5, 5)))
                .containsExactly("other-unit");
    }

    @Test
    void aCompositeIsOneElementThatMatchesWhole() {
        assertThat(found("pair", pair("a", 1))).containsExactly("tuples");
        assertThat(found("pair", pair("a", 2))).containsExactly("tuple");
        assertThat(found("pair", pair("b", 2))).containsExactly("tuples");
        assertThat(found("pair", pair("b", 1))).isEmpty();
        assertThat(found("unheard", pair("a", 1))).isEmpty();
        assertThat(found("pair", new Criterion.Missing(false))).containsExactly("tuple", "tuples");
    }

    @Test
    void chainsFollowReferencesAsFarAsTheyGo() {
        Criterion liquid = new Criterion("state", List.of(new Criterion.TokenIs(null, "liquid")));
        assertThat(found("ingredient", new Criterion.References("Substance", List.of(liquid))))
                .containsExactly("wet");
        Criterion solid = new Criterion("state", List.of(new Criterion.TokenIs(null, "solid")));
        assertThat(found("ingredient", new Criterion.References("Substance", List.of(solid))))
                .isEmpty();
        Criterion active = new Criterion("active", List.of(new Criterion.TokenIs(null, "true")));
        Criterion made =
                new Criterion("manufacturer", List.of(new Criterion.References("Organization", List.of(active))));
        assertThat(found("ingredient", new Criterion.References("Substance", List.of(liquid, made))))
                .containsExactly("wet");
    }

    @Test
    void reverseChainsFollowThemBackwards() {
        Criterion.Match has = new Criterion.ReferredBy(
                TYPE, "ingredient", List.of(new Criterion("_id", List.of(new Criterion.IdIs("wet")))));
        assertThat(ids("Substance", "_has", has)).containsExactly("water");
        assertThat(ids("Organization", "_has", has)).isEmpty();
        Criterion.Match nested =
                new Criterion.ReferredBy("Substance", "manufacturer", List.of(new Criterion("_has", List.of(has))));
        assertThat(ids("Organization", "_has", nested)).containsExactly("maker");
    }

    private static Criterion.Match pair(String code, double number) {
        return new Criterion.Tuple(List.of(
                new Criterion.TokenIs(null, code), new Criterion.QuantityIs(Comparison.EQ, "", number, number)));
    }

    private static Criterion.Match is(Comparison comparison, double low, double high) {
        return new Criterion.QuantityIs(comparison, "", low, high);
    }

    private static ConceptKey concept(String code) {
        return new ConceptKey("urn:s", code);
    }

    private static IndexValue token(String parameter, String code) {
        return new IndexValue.Token(parameter, "urn:s", code);
    }

    private static IndexValue words(String parameter, String... texts) {
        return new IndexValue.Words(parameter, List.of(texts));
    }

    private static IndexValue uri(String value) {
        return new IndexValue.Uri("url", value);
    }

    private static IndexValue quantity(double low, double high) {
        return new IndexValue.Quantity("dose", "", low, high);
    }

    private static IndexValue tuple(String code, double number) {
        return new IndexValue.Composite(
                "pair",
                List.of(
                        List.of(new IndexValue.Token("", "urn:s", code)),
                        List.of(new IndexValue.Quantity("", "", number, number))));
    }

    private static List<String> found(String parameter, Criterion.Match... anyOf) {
        return ids(TYPE, parameter, anyOf);
    }

    private static List<String> ids(String type, String parameter, Criterion.Match... anyOf) {
        return found(snapshot, type, parameter, anyOf);
    }

    static List<String> found(Snapshot snapshot, String type, String parameter, Criterion.Match... anyOf) {
        Query query = new Query(type, List.of(new Criterion(parameter, Arrays.asList(anyOf))), 1000, Optional.empty());
        return snapshot.search(query).resources().stream()
                .map(r -> r.key().id())
                .toList();
    }
}
