package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.parts;
import static org.w3id.materia.server.terminology.TerminologyClient.text;
import static org.w3id.materia.server.terminology.TerminologyClient.texts;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedMode;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Colours;
import org.w3id.materia.server.TestServer;

@Tag("server")
class ConceptMapOperationsTest {
    private static final String ROUTE = "https://w3id.org/materia/fhir/CodeSystem/route";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(Colours.signals());
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "red, true, equivalent, danger",
        "crimson, true, wider, danger",
        "blue, false, unmatched, ",
        "grey, true, relatedto, none",
    })
    void codeIsTranslatedAsTheMapSays(String code, String result, String equivalence, String target) {
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", mapped("code", code));
        assertThat(text(answer, "result")).isEqualTo(result);
        assertThat(parts(answer, "match", "equivalence"))
                .extracting(Type::primitiveValue)
                .containsExactly(equivalence);
        assertThat(parts(answer, "match", "concept"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactlyElementsOf(target == null ? List.of() : List.of(target));
        assertThat(parts(answer, "match", "source"))
                .extracting(Type::primitiveValue)
                .containsExactly(Colours.MAP + "|2");
    }

    @Test
    void translationInReverseTurnsTheRelation() {
        Parameters request = mapped("code", "danger");
        request.getParameter("system").setValue(new UriType(Colours.SIGNALS));
        request.addParameter().setName("reverse").setValue(new BooleanType(true));
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", request);
        assertThat(parts(answer, "match", "concept"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly("red", "crimson");
        assertThat(parts(answer, "match", "equivalence"))
                .extracting(Type::primitiveValue)
                .containsExactly("equivalent", "narrower");
    }

    @Test
    void namesOfTheNextVersionAreAnsweredWithItsNames() {
        Parameters request = mapped("sourceCode", "crimson");
        request.getParameter("system").setName("sourceSystem");
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", request);
        assertThat(parts(answer, "match", "originMap"))
                .extracting(Type::primitiveValue)
                .containsExactly(Colours.MAP + "|2");
        assertThat(answer.getParameter("match").getPart())
                .extracting(p -> p.getName())
                .containsExactly("equivalence", "concept", "originMap");
    }

    @Test
    void targetThatIsNamedIsTranslatedBack() {
        Parameters request = mapped("targetCode", "danger");
        request.getParameter("system").setName("targetSystem").setValue(new UriType(Colours.SIGNALS));
        request.addParameter().setName("sourceSystem").setValue(new UriType(Colours.SYSTEM));
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", request);
        assertThat(parts(answer, "match", "source"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly("red", "crimson");
        assertThat(parts(answer, "match", "concept"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly("danger", "danger");
        assertThat(parts(answer, "match", "equivalence"))
                .extracting(Type::primitiveValue)
                .containsExactly("equivalent", "wider");
    }

    @Test
    void statementThatThereIsNoTranslationNeedsNoMessage() {
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", mapped("code", "blue"));
        assertThat(text(answer, "result")).isEqualTo("false");
        assertThat(answer.hasParameter("message")).isFalse();
    }

    @Test
    void mapThatAnotherNeedsHasToBeKnown() {
        ConceptMap map = Colours.signals();
        map.getGroupFirstRep()
                .getUnmapped()
                .setMode(ConceptMapGroupUnmappedMode.OTHERMAP)
                .setUrl("http://none.example/map");
        Parameters request = mapped("code", "grey");
        request.getParameter().get(0).setResource(map);
        assertThat(texts(client.refusal("ConceptMap/$translate", request, 404)))
                .containsExactly("The concept map 'http://none.example/map', which '" + Colours.MAP
                        + "|2' refers to, could not be found");
    }

    @Test
    void relationOfWhatIsNotMappedIsTheMaps() {
        ConceptMap map = Colours.signals();
        map.getGroupFirstRep()
                .getUnmapped()
                .addExtension(
                        "http://hl7.org/fhir/5.0/StructureDefinition/extension-ConceptMap.group.unmapped.relationship",
                        new CodeType("source-is-narrower-than-target"));
        Parameters request = mapped("code", "grey");
        request.getParameter().get(0).setResource(map);
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", request);
        assertThat(parts(answer, "match", "equivalence"))
                .extracting(Type::primitiveValue)
                .containsExactly("wider");
    }

    @ParameterizedTest
    @CsvSource({"red, true", "blue, false", "grey, false"})
    void whatAMapSaysHoldsInItsScopeAlone(String code, boolean applies) {
        Parameters request = mapped("code", code);
        request.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        request.addParameter().setName("tx-resource").setResource(Colours.warm());
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", request);
        assertThat(text(answer, "result")).isEqualTo(Boolean.toString(applies));
        assertThat(parts(answer, "match", "concept")).hasSize(applies ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"crimson, true", "blue, false"})
    void conceptHasToBeInTheValueSetThatTheRequestNames(String code, String result) {
        Parameters request = mapped("code", code);
        request.addParameter().setName("source").setValue(new UriType(Colours.WARM));
        request.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        request.addParameter().setName("tx-resource").setResource(Colours.warm());
        Parameters answer = client.post(Parameters.class, "ConceptMap/$translate", request);
        assertThat(text(answer, "result")).isEqualTo(result);
    }

    @Test
    void scopeOfTheRequestHasToBeKnown() {
        Parameters request = mapped("code", "red");
        request.addParameter().setName("source").setValue(new UriType("http://none.example/vs"));
        assertThat(texts(client.refusal("ConceptMap/$translate", request, 404)))
                .containsExactly("A definition for the value Set 'http://none.example/vs' could not be found");
    }

    /** R4 advises to name both value sets always, and neither has to be here to be compared. */
    @ParameterizedTest
    @CsvSource({
        "source=http://none.example/a, mouse",
        "source=http://none.example/b, rat",
        "source=http://none.example/a&target=http://none.example/t, mouse",
        "sourceScope=http://none.example/b, rat",
        "source=http://none.example/a&url=http://maps.example/a, mouse",
        "source=http://none.example/a|1, mouse",
    })
    void valueSetsOfTheRequestChooseAmongTheMaps(String scopes, String target) {
        try (TestServer own =
                TestServer.withTerminology(animals("a", "mouse"), animals("b", "rat"), animals(null, "shrew"))) {
            String query = "ConceptMap/$translate?code=Mouse&system=http://animals.example/one&";
            Parameters answer = new TerminologyClient(own).get(Parameters.class, query + scopes.replace("|", "%7C"));
            assertThat(parts(answer, "match", "concept"))
                    .extracting(c -> ((Coding) c).getCode())
                    .containsExactly(target);
            assertThat(texts(new TerminologyClient(own)
                            .refusal(query + "source=http://none.example/a&target=http://none.example/other", 404)))
                    .containsExactly("A definition for the value Set 'http://none.example/other' could not be found");
            assertThat(texts(new TerminologyClient(own).refusal(query + "source=http://none.example/a%7C2", 404)))
                    .hasSize(1);
        }
    }

    @Test
    void valueSetsChangePlacesInReverse() {
        try (TestServer own = TestServer.withTerminology(animals("a", "mouse"), animals("b", "mouse"))) {
            Parameters answer = new TerminologyClient(own)
                    .get(
                            Parameters.class,
                            "ConceptMap/$translate?reverse=true&code=mouse&system=http://animals.example/two"
                                    + "&target=http://none.example/t&source=http://none.example/b");
            assertThat(parts(answer, "match", "source"))
                    .extracting(Type::primitiveValue)
                    .containsExactly("http://maps.example/b");
        }
    }

    private static ConceptMap animals(String scope, String target) {
        ConceptMap map = new ConceptMap();
        map.setUrl("http://maps.example/" + scope).setStatus(PublicationStatus.ACTIVE);
        if (scope != null) {
            map.setSource(new UriType("http://none.example/" + scope + (scope.equals("a") ? "|1" : "")));
            map.setTarget(new UriType("http://none.example/t"));
        }
        map.addGroup()
                .setSource("http://animals.example/one")
                .setTarget("http://animals.example/two")
                .addElement()
                .setCode("Mouse")
                .addTarget()
                .setCode(target)
                .setEquivalence(ConceptMapEquivalence.EQUIVALENT);
        return map;
    }

    @Test
    void mapsThatReferToThemselvesAreReadOnce() {
        ConceptMap endless = new ConceptMap();
        endless.setUrl("http://colours.example/ConceptMap/endless").setStatus(PublicationStatus.ACTIVE);
        for (int i = 0; i < 50; i++) {
            endless.addGroup()
                    .setSource(Colours.SYSTEM)
                    .setTarget(Colours.SIGNALS)
                    .getUnmapped()
                    .setMode(ConceptMapGroupUnmappedMode.OTHERMAP)
                    .setUrl(endless.getUrl());
        }
        Parameters request = mapped("code", "red");
        request.getParameter().get(0).setResource(endless);
        request.getParameter("url").setValue(new UriType(endless.getUrl()));
        assertThat(text(client.post(Parameters.class, "ConceptMap/$translate", request), "result"))
                .isEqualTo("false");
    }

    @Test
    void instanceIsTheMap() {
        Parameters answer =
                client.get(Parameters.class, "ConceptMap/signals/$translate?code=red&system=" + Colours.SYSTEM);
        assertThat(text(answer, "result")).isEqualTo("true");
    }

    @Test
    void ourRoutesAreTranslatedWithoutNamingTheMap() {
        Parameters answer = client.get(
                Parameters.class,
                "ConceptMap/$translate?code=oral&system=" + ROUTE + "&targetsystem=http://snomed.info/sct");
        assertThat(parts(answer, "match", "concept"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly("26643006");
    }

    @ParameterizedTest
    @CsvSource({"very-common, Common, wider", "uncommon, Uncommon, equivalent", "rare, Rare, wider"})
    void ourFrequencyBandsAreTranslatedIntoHl7sSteps(String band, String step, String equivalence) {
        Parameters answer = client.get(
                Parameters.class,
                "ConceptMap/$translate?code=" + band + "&system=https://w3id.org/materia/fhir/CodeSystem/frequency");
        assertThat(parts(answer, "match", "concept"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly(step);
        assertThat(parts(answer, "match", "equivalence"))
                .extracting(Type::primitiveValue)
                .containsExactly(equivalence);
    }

    @Test
    void whatIsNotTranslatedSaysSo() {
        Parameters answer = client.get(
                Parameters.class, "ConceptMap/$translate?code=oral&system=" + ROUTE + "&targetsystem=http://loinc.org");
        assertThat(text(answer, "result")).isEqualTo("false");
        assertThat(text(answer, "message")).isEqualTo("No translations found");
        assertThat(texts(client.refusal("ConceptMap/$translate?url=http://none.example&code=a&system=b", 404)))
                .containsExactly("The concept map 'http://none.example' could not be found");
        assertThat(client.refusal("ConceptMap/$translate?code=oral", 400).getIssue())
                .hasSize(1);
    }

    @Test
    void closureTableGrowsByWhatItsClientAdds() {
        ConceptMap begun = client.post(ConceptMap.class, "$closure", closure(null));
        assertThat(begun.getVersion()).isEqualTo("0");
        assertThat(begun.getGroup()).isEmpty();

        assertThat(client.post(ConceptMap.class, "$closure", closure(null, "crimson", "blue"))
                        .getGroup())
                .isEmpty();
        ConceptMap second = client.post(ConceptMap.class, "$closure", closure(null, "red"));
        assertThat(second.getVersion()).isEqualTo("2");
        assertThat(second.getGroupFirstRep().getElement()).singleElement().satisfies(element -> {
            assertThat(element.getCode()).isEqualTo("crimson");
            assertThat(element.getTargetFirstRep().getCode()).isEqualTo("red");
            assertThat(element.getTargetFirstRep().getEquivalence().toCode()).isEqualTo("subsumes");
        });
        assertThat(client.post(ConceptMap.class, "$closure", closure("1"))
                        .getGroupFirstRep()
                        .getElement())
                .hasSize(1);
        assertThat(client.post(ConceptMap.class, "$closure", closure("2")).getGroup())
                .isEmpty();
    }

    @Test
    void closureTableHasToBeBegun() {
        Parameters request = closure(null, "red");
        request.getParameter("name").setValue(new StringType("never begun"));
        assertThat(texts(client.refusal("$closure", request, 404)))
                .containsExactly("There is no closure table 'never begun'; begin it with its name alone");
    }

    private static Parameters mapped(String name, String code) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("tx-resource").setResource(Colours.signals());
        parameters.addParameter().setName("url").setValue(new UriType(Colours.MAP));
        parameters.addParameter().setName("system").setValue(new UriType(Colours.SYSTEM));
        parameters.addParameter().setName(name).setValue(new CodeType(code));
        return parameters;
    }

    private static Parameters closure(String version, String... codes) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("name").setValue(new StringType("palette"));
        parameters.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        if (version != null) {
            parameters.addParameter().setName("version").setValue(new StringType(version));
        }
        for (String code : codes) {
            parameters.addParameter().setName("concept").setValue(new Coding(Colours.SYSTEM, code, null));
        }
        return parameters;
    }
}
