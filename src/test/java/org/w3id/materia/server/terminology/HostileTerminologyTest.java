package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;
import static org.w3id.materia.server.terminology.TerminologyClient.texts;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.server.TestServer;

/** Requests made to cost much end in an answer. The times are far above what they take: they tell a hang from an answer. */
@Timeout(60)
@Tag("server")
class HostileTerminologyTest {
    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = new TestServer(TestServer.committedKnowledge(), java.util.Optional.empty(), 8 << 20);
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void valueSetsThatImportEachOtherAreToldSo() {
        Parameters request = expansionOf("a");
        request.addParameter().setName("tx-resource").setResource(importing("a", "b"));
        request.addParameter().setName("tx-resource").setResource(importing("b", "a"));
        assertThat(texts(client.refusal("ValueSet/$expand", request, 400)).get(0))
                .contains("http://vs.example/a");
        request.addParameter().setName("coding").setValue(new Coding("http://x.example", "x", null));
        assertThat(texts(client.refusal("ValueSet/$validate-code", request, 400))
                        .get(0))
                .contains("circularity");
    }

    @Test
    void importsOfImportsEnd() {
        Parameters request = expansionOf("0");
        int depth = 2000;
        for (int i = 0; i < depth; i++) {
            request.addParameter()
                    .setName("tx-resource")
                    .setResource(importing(Integer.toString(i), Integer.toString(i + 1)));
        }
        assertThat(client.refusal("ValueSet/$expand", request, 422)
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
        request.addParameter().setName("coding").setValue(new Coding("http://x.example", "x", null));
        assertThat(client.refusal("ValueSet/$validate-code", request, 422)
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
    }

    @Test
    void regexThatWouldTakeForEverDoesNot() {
        CodeSystem system = new CodeSystem();
        system.setUrl("http://letters.example").setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        system.addConcept().setCode("a".repeat(200) + "!");
        Parameters request = expansionOf("regex");
        request.addParameter().setName("tx-resource").setResource(system);
        ValueSet regex = valueSet("regex");
        regex.getCompose()
                .addInclude()
                .setSystem("http://letters.example")
                .addFilter()
                .setProperty("code")
                .setOp(FilterOperator.REGEX)
                .setValue("((a+)+)+");
        request.addParameter().setName("tx-resource").setResource(regex);
        assertThat(client.post(ValueSet.class, "ValueSet/$expand", request)
                        .getExpansion()
                        .getTotal())
                .isZero();
        regex.getCompose().getIncludeFirstRep().getFilterFirstRep().setValue("((a{1000}){1000}){1000}");
        assertThat(texts(client.refusal("ValueSet/$expand", request, 400)))
                .containsExactly("The regex '((a{1000}){1000}){1000}' repeats too much");
        regex.getCompose().getIncludeFirstRep().getFilterFirstRep().setValue("(?=a)a+");
        assertThat(texts(client.refusal("ValueSet/$expand", request, 400)))
                .containsExactly("The regex '(?=a)a+' is not valid, or refers back or looks around,"
                        + " which this system does not support");
    }

    @Test
    void expansionOfTooMuchSaysSoUnlessItIsPaged() {
        Parameters request = expansionOf("all");
        request.addParameter().setName("tx-resource").setResource(numbers(3000));
        ValueSet all = valueSet("all");
        all.getCompose().addInclude().setSystem("http://numbers.example");
        request.addParameter().setName("tx-resource").setResource(all);
        assertThat(client.refusal("ValueSet/$expand", request, 422)
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
        request.addParameter("count", 10);
        ValueSet page = client.post(ValueSet.class, "ValueSet/$expand", request);
        assertThat(page.getExpansion().getContains()).hasSize(10);
        assertThat(page.getExpansion().getTotal()).isEqualTo(3000);
    }

    @Test
    void tenThousandCodingsAreValidatedAndMoreRefused() {
        Parameters batch = new Parameters();
        batch.addParameter().setName("tx-resource").setResource(numbers(100));
        ValueSet all = valueSet("all");
        all.getCompose().addInclude().setSystem("http://numbers.example");
        batch.addParameter().setName("tx-resource").setResource(all);
        batch.addParameter().setName("url").setValue(new UriType(all.getUrl()));
        for (int i = 0; i < 10_000; i++) {
            Parameters one = new Parameters();
            one.addParameter().setName("coding").setValue(new Coding("http://numbers.example", "n" + i, null));
            batch.addParameter().setName("validation").setResource(one);
        }
        Parameters answer = client.post(Parameters.class, "ValueSet/$batch-validate-code", batch);
        List<String> results = new ArrayList<>();
        answer.getParameter().forEach(p -> results.add(text((Parameters) p.getResource(), "result")));
        assertThat(results).hasSize(10_000);
        assertThat(results.stream().filter("true"::equals)).hasSize(100);
        batch.addParameter().setName("validation").setResource(new Parameters());
        assertThat(client.refusal("ValueSet/$batch-validate-code", batch, 400)
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
    }

    @Test
    void hierarchyThatBitesItsTailIsWalkedOnce() {
        CodeSystem system = numbers(3);
        system.addProperty().setCode("parent").setType(CodeSystem.PropertyType.CODE);
        for (int i = 0; i < 3; i++) {
            system.getConcept()
                    .get(i)
                    .addProperty()
                    .setCode("parent")
                    .setValue(new org.hl7.fhir.r4.model.CodeType("n" + (i + 1) % 3));
        }
        Parameters request = new Parameters();
        request.addParameter().setName("tx-resource").setResource(system);
        request.addParameter().setName("system").setValue(new UriType(system.getUrl()));
        request.addParameter().setName("codeA").setValue(new org.hl7.fhir.r4.model.CodeType("n0"));
        request.addParameter().setName("codeB").setValue(new org.hl7.fhir.r4.model.CodeType("n2"));
        assertThat(text(client.post(Parameters.class, "CodeSystem/$subsumes", request), "outcome"))
                .isEqualTo("subsumes");
    }

    private static CodeSystem numbers(int count) {
        CodeSystem system = new CodeSystem();
        system.setUrl("http://numbers.example").setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        for (int i = 0; i < count; i++) {
            system.addConcept().setCode("n" + i).setDisplay("Number " + i);
        }
        return system;
    }

    private static ValueSet valueSet(String name) {
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl("http://vs.example/" + name).setStatus(PublicationStatus.ACTIVE);
        return valueSet;
    }

    private static ValueSet importing(String name, String other) {
        ValueSet valueSet = valueSet(name);
        valueSet.getCompose().addInclude().addValueSet("http://vs.example/" + other);
        return valueSet;
    }

    private static Parameters expansionOf(String name) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("url").setValue(new UriType("http://vs.example/" + name));
        return parameters;
    }
}
