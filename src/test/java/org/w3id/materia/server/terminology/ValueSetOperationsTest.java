package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;
import static org.w3id.materia.server.terminology.TerminologyClient.texts;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Colours;
import org.w3id.materia.server.TestServer;

@Tag("server")
class ValueSetOperationsTest {
    private static final String ROUTES = "https://w3id.org/materia/fhir/ValueSet/route";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(Colours.codeSystem(), Colours.warm());
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void valueSetIsExpandedAndPaged() {
        ValueSet all = client.get(ValueSet.class, "ValueSet/$expand?url=" + ROUTES);
        assertThat(all.getExpansion().getTotal()).isEqualTo(codes(all).size()).isGreaterThan(15);
        ValueSet page = client.get(ValueSet.class, "ValueSet/$expand?url=" + ROUTES + "&offset=2&count=3");
        assertThat(codes(page)).isEqualTo(codes(all).subList(2, 5));
        assertThat(page.getExpansion().getTotal()).isEqualTo(all.getExpansion().getTotal());
        assertThat(page.getExpansion().getOffset()).isEqualTo(2);
    }

    @Test
    void textFindsWordsThatBeginSo() {
        ValueSet found = client.post(ValueSet.class, "ValueSet/$expand", warm("filter", "sca re"));
        assertThat(codes(found)).containsExactly("scarlet");
        assertThat(codes(client.post(ValueSet.class, "ValueSet/$expand", warm("filter", "rot"))))
                .containsExactly("red");
        assertThat(codes(client.post(ValueSet.class, "ValueSet/$expand", warm("filter", "carlet"))))
                .isEmpty();
    }

    @Test
    void expansionOfAnInstanceNeedsNoUrl() {
        Parameters with = new Parameters();
        with.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        assertThat(codes(client.post(ValueSet.class, "ValueSet/warm/$expand", with)))
                .containsExactly("red", "crimson", "scarlet");
    }

    @Test
    void inactiveCodesAreLeftOutWhereAskedFor() {
        ValueSet all = new ValueSet();
        all.setUrl("http://colours.example/ValueSet/all");
        all.getCompose().addInclude().setSystem(Colours.SYSTEM);
        Parameters request = new Parameters();
        request.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        request.addParameter().setName("valueSet").setResource(all);
        request.addParameter("excludeNested", true);
        assertThat(codes(client.post(ValueSet.class, "ValueSet/$expand", request)))
                .contains("grey", "colour");
        request.addParameter("activeOnly", true);
        assertThat(codes(client.post(ValueSet.class, "ValueSet/$expand", request)))
                .contains("colour")
                .doesNotContain("grey");
    }

    @Test
    void memberIsValidAndCarriesItsDisplay() {
        Parameters answer = client.post(Parameters.class, "ValueSet/$validate-code", coded("crimson", null));
        assertThat(text(answer, "result")).isEqualTo("true");
        assertThat(text(answer, "display")).isEqualTo("Crimson");
        assertThat(text(answer, "version")).isEqualTo("1.0.0");
    }

    @Test
    void whatIsNotAMemberIsToldWithItsPlace() {
        Parameters answer = client.post(Parameters.class, "ValueSet/$validate-code", coded("blue", null));
        assertThat(text(answer, "result")).isEqualTo("false");
        OperationOutcome issues =
                (OperationOutcome) answer.getParameter("issues").getResource();
        assertThat(texts(issues))
                .containsExactly("The provided code '" + Colours.SYSTEM + "#blue' was not found in the value set '"
                        + Colours.WARM + "|1'");
        assertThat(issues.getIssueFirstRep().getExpression().get(0).getValue()).isEqualTo("code");
    }

    @Test
    void wrongDisplayIsToldWithTheRightOne() {
        Parameters answer = client.post(Parameters.class, "ValueSet/$validate-code", coded("red", "Green"));
        assertThat(text(answer, "result")).isEqualTo("false");
        assertThat(text(answer, "message"))
                .contains("Wrong Display Name 'Green'")
                .contains("'Red'");
    }

    @Test
    void anyCodingOfAConceptMayBeTheMember() {
        Parameters request = warm(null, null);
        request.addParameter()
                .setName("codeableConcept")
                .setValue(new CodeableConcept()
                        .addCoding(new Coding(Colours.SYSTEM, "blue", null))
                        .addCoding(new Coding(Colours.SYSTEM, "scarlet", null)));
        Parameters answer = client.post(Parameters.class, "ValueSet/$validate-code", request);
        assertThat(text(answer, "result")).isEqualTo("true");
        assertThat(text(answer, "code")).isEqualTo("scarlet");
    }

    @Test
    void validationsOfABatchAnswerEachForItself() {
        Parameters batch = warm(null, null);
        for (String code : List.of("red", "blue")) {
            Parameters one = new Parameters();
            one.addParameter().setName("coding").setValue(new Coding(Colours.SYSTEM, code, null));
            batch.addParameter().setName("validation").setResource(one);
        }
        batch.addParameter().setName("validation").setResource(new Parameters());
        Parameters answer = client.post(Parameters.class, "ValueSet/$batch-validate-code", batch);
        assertThat(answer.getParameter()).hasSize(3);
        assertThat(text((Parameters) answer.getParameter().get(0).getResource(), "result"))
                .isEqualTo("true");
        assertThat(text((Parameters) answer.getParameter().get(1).getResource(), "result"))
                .isEqualTo("false");
        assertThat(answer.getParameter().get(2).getResource()).isInstanceOf(OperationOutcome.class);
    }

    @Test
    void unknownValueSetIsNotFound() {
        assertThat(texts(client.refusal("ValueSet/$expand?url=http://none.example/vs", 404)))
                .containsExactly("A definition for the value Set 'http://none.example/vs' could not be found");
        assertThat(texts(client.refusal("ValueSet/$expand?url=" + ROUTES + "&count=-1", 400)))
                .containsExactly("The parameter 'count' must be a whole number from 0 on, and not '-1'");
    }

    @Test
    void operatorOfR5IsUnderstood() {
        ValueSet children = Colours.warm();
        ValueSet.ConceptSetFilterComponent filter =
                children.getCompose().getIncludeFirstRep().getFilterFirstRep();
        filter.setOp((FilterOperator) null);
        filter.getOpElement()
                .addExtension(
                        "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.compose.include.filter.op",
                        new CodeType("child-of"));
        Parameters request = new Parameters();
        request.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        request.addParameter().setName("valueSet").setResource(children);
        assertThat(codes(client.post(ValueSet.class, "ValueSet/$expand", request)))
                .containsExactly("crimson", "scarlet");
    }

    private static List<String> codes(ValueSet valueSet) {
        List<String> codes = new ArrayList<>();
        collect(valueSet.getExpansion().getContains(), codes);
        return codes;
    }

    private static void collect(List<ValueSetExpansionContainsComponent> entries, List<String> codes) {
        for (ValueSetExpansionContainsComponent entry : entries) {
            codes.add(entry.getCode());
            collect(entry.getContains(), codes);
        }
    }

    private static Parameters coded(String code, String display) {
        Parameters request = warm("display", display);
        request.addParameter().setName("system").setValue(new UriType(Colours.SYSTEM));
        request.addParameter().setName("code").setValue(new CodeType(code));
        return request;
    }

    /** Parameters with the value set of warm colours, and a text under a name. */
    private static Parameters warm(String name, String text) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("tx-resource").setResource(Colours.codeSystem());
        parameters.addParameter().setName("tx-resource").setResource(Colours.warm());
        parameters.addParameter().setName("url").setValue(new UriType(Colours.WARM));
        if (text != null) {
            parameters.addParameter().setName(name).setValue(new StringType(text));
        }
        return parameters;
    }
}
