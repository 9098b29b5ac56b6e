package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.parts;
import static org.w3id.materia.server.terminology.TerminologyClient.text;
import static org.w3id.materia.server.terminology.TerminologyClient.texts;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
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
class CodeSystemOperationsTest {
    private static final String ROUTE = "https://w3id.org/materia/fhir/CodeSystem/route";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(Colours.codeSystem());
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void codeSystemOfTheServerThatHasNoVersionIsFound() {
        Parameters access = client.get(
                Parameters.class,
                "CodeSystem/$lookup?code=access&system=http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle");
        assertThat(text(access, "code")).isEqualTo("access");
        assertThat(text(access, "version")).isNull();
    }

    @Test
    void lookupTellsAllOfAConcept() {
        Parameters red = client.post(Parameters.class, "CodeSystem/$lookup", coloured("code", "red"));
        assertThat(text(red, "name")).isEqualTo("Colours");
        assertThat(text(red, "version")).isEqualTo("1.0.0");
        assertThat(text(red, "display")).isEqualTo("Red");
        assertThat(text(red, "definition")).isEqualTo("The colour of ripe tomatoes");
        assertThat(text(red, "abstract")).isEqualTo("false");
        assertThat(parts(red, "designation", "value"))
                .extracting(Type::primitiveValue)
                .containsExactly("Red", "Rot");
        assertThat(parts(red, "property", "code"))
                .extracting(Type::primitiveValue)
                .containsExactly("hue", "parent", "child", "child", "inactive");
        assertThat(parts(red, "property", "value"))
                .extracting(Type::primitiveValue)
                .containsExactly("warm", "colour", "crimson", "scarlet", "false");
        assertThat(parts(red, "property", "description"))
                .extracting(Type::primitiveValue)
                .containsExactly("Colour", "Crimson", "Scarlet red");
    }

    @Test
    void lookupTellsWhichSupplementANameIsFrom() {
        CodeSystem dutch = new CodeSystem();
        dutch.setUrl("http://colours.example/CodeSystem/nl").setVersion("3").setStatus(PublicationStatus.ACTIVE);
        dutch.setContent(CodeSystemContentMode.SUPPLEMENT).setSupplements(Colours.SYSTEM);
        dutch.addConcept().setCode("red").addDesignation().setLanguage("nl").setValue("Rood");
        Parameters request = coloured("code", "red");
        request.addParameter().setName("tx-resource").setResource(dutch);
        assertThat(parts(client.post(Parameters.class, "CodeSystem/$lookup", request), "designation", "source"))
                .isEmpty();
        request.addParameter().setName("useSupplement").setValue(new UriType(dutch.getUrl()));
        Parameters red = client.post(Parameters.class, "CodeSystem/$lookup", request);
        assertThat(parts(red, "designation", "value"))
                .extracting(Type::primitiveValue)
                .containsExactly("Red", "Rot", "Rood");
        assertThat(parts(red, "designation", "source"))
                .extracting(Type::primitiveValue)
                .containsExactly("http://colours.example/CodeSystem/nl|3");
        assertThat(text(red, "used-supplement")).isEqualTo("http://colours.example/CodeSystem/nl|3");
    }

    @Test
    void lookupTellsWhatIsAskedForInTheLanguageThatIsAskedFor() {
        Parameters wanted = coloured("code", "red");
        wanted.addParameter().setName("property").setValue(new CodeType("parent"));
        wanted.addParameter().setName("displayLanguage").setValue(new CodeType("de"));
        Parameters red = client.post(Parameters.class, "CodeSystem/$lookup", wanted);
        assertThat(text(red, "display")).isEqualTo("Rot");
        assertThat(text(red, "definition")).isNull();
        assertThat(red.getParameter())
                .extracting(ParametersParameterComponent::getName)
                .doesNotContain("designation");
        assertThat(parts(red, "property", "value"))
                .extracting(Type::primitiveValue)
                .containsExactly("colour");
    }

    @Test
    void ourOwnAndHl7sCodesAreLookedUpByGet() {
        assertThat(text(client.get(Parameters.class, "CodeSystem/$lookup?system=" + ROUTE + "&code=oral"), "display"))
                .isEqualTo("Oral");
        assertThat(text(
                        client.get(
                                Parameters.class,
                                "CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=female"),
                        "display"))
                .isEqualTo("Female");
        assertThat(text(
                        client.get(
                                Parameters.class,
                                "CodeSystem/$lookup?system=http://terminology.hl7.org/CodeSystem/v3-ActCode&code=PREG"),
                        "name"))
                .isEqualTo("v3.ActCode");
    }

    @Test
    void unknownCodeNamesItsSystem() {
        OperationOutcome outcome = client.refusal("CodeSystem/$lookup?system=" + ROUTE + "&code=by-post", 404);
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.NOTFOUND);
        assertThat(texts(outcome).get(0)).startsWith("Unknown code 'by-post' in the CodeSystem '" + ROUTE + "'");
        assertThat(texts(client.refusal("CodeSystem/$lookup?system=http://none.example&code=x", 404)))
                .containsExactly(
                        "A definition for CodeSystem 'http://none.example' could not be found, so the code cannot be"
                                + " validated");
        assertThat(texts(client.refusal("CodeSystem/$lookup?code=x", 400)))
                .containsExactly("Give 'code' with 'system', or 'coding' with both in it");
    }

    @ParameterizedTest
    @CsvSource({
        "red, red, equivalent",
        "red, crimson, subsumes",
        "colour, crimson, subsumes",
        "scarlet, colour, subsumed-by",
        "scarlet, blue, not-subsumed",
    })
    void subsumptionIsToldInBothDirections(String a, String b, String outcome) {
        Parameters codes = coloured("codeA", a);
        codes.addParameter().setName("codeB").setValue(new CodeType(b));
        assertThat(text(client.post(Parameters.class, "CodeSystem/$subsumes", codes), "outcome"))
                .isEqualTo(outcome);
        assertThat(text(
                        client.get(Parameters.class, "CodeSystem/colours/$subsumes?codeA=" + a + "&codeB=" + b),
                        "outcome"))
                .isEqualTo(outcome);
    }

    @Test
    void codesOfTwoSystemsAreNotCompared() {
        Parameters codings = coloured(null, null);
        codings.addParameter().setName("codingA").setValue(new Coding(Colours.SYSTEM, "red", null));
        codings.addParameter().setName("codingB").setValue(new Coding(ROUTE, "oral", null));
        assertThat(texts(client.refusal("CodeSystem/$subsumes", codings, 400)).get(0))
                .startsWith("The codes are of two code systems");
    }

    @Test
    void matchesAreFoundByProperties() {
        Parameters wanted = coloured(null, null);
        wanted.addParameter(property("hue", "warm"));
        Parameters found = client.post(Parameters.class, "CodeSystem/$find-matches", wanted);
        assertThat(parts(found, "match", "code"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly("red", "crimson");
    }

    @Test
    void matchesHaveAllProperties() {
        Parameters wanted = coloured(null, null);
        wanted.addParameter(property("hue", "warm"));
        wanted.addParameter(property("display", "Crimson"));
        assertThat(parts(client.post(Parameters.class, "CodeSystem/$find-matches", wanted), "match", "code"))
                .extracting(c -> ((Coding) c).getCode())
                .containsExactly("crimson");
        wanted.addParameter(property("code", "red"));
        assertThat(client.post(Parameters.class, "CodeSystem/$find-matches", wanted)
                        .getParameter())
                .isEmpty();
    }

    private static ParametersParameterComponent property(String code, String value) {
        ParametersParameterComponent property = new ParametersParameterComponent();
        property.setName("property");
        property.addPart().setName("code").setValue(new CodeType(code));
        property.addPart().setName("value").setValue(new CodeType(value));
        return property;
    }

    @Test
    void anInstanceIsNotNamedTwice() {
        assertThat(server.get("fhir/CodeSystem/colours/$subsumes?codeA=red&codeB=red&system=x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("fhir/CodeSystem/none/$subsumes?codeA=red&codeB=red")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Parameters with the colours, and a code under a name. */
    private static Parameters coloured(String name, String code) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        parameters.addParameter().setName("system").setValue(new UriType(Colours.SYSTEM));
        if (code != null) {
            parameters.addParameter().setName(name).setValue(new CodeType(code));
        }
        return parameters;
    }
}
