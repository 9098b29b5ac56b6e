package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.server.TestServer;

/** Terminology in which everything leads to everything: what grows with the number of ways through it ends nevertheless. */
@Timeout(60)
@Tag("server")
class TangledTerminologyTest {
    private static final String STAIRS = "http://stairs.example";

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
    void valueSetsWithEndlesslyManyWaysThroughThemAreExpandedOnce() {
        Parameters request = twoWaysAtEachOf(60);
        assertThat(client.post(ValueSet.class, "ValueSet/$expand", request)
                        .getExpansion()
                        .getContains())
                .extracting(c -> c.getCode())
                .containsExactly("s0", "s1", "s2");
    }

    @Test
    void codeIsFoundThroughAnyOfThemAndElseTheAnswerIsThatThereAreTooMany() {
        Parameters request = twoWaysAtEachOf(60);
        request.addParameter().setName("coding").setValue(new Coding(STAIRS, "s1", null));
        assertThat(text(client.post(Parameters.class, "ValueSet/$validate-code", request), "result"))
                .isEqualTo("true");
        request.getParameter("coding").setValue(new Coding(STAIRS, "none", null));
        assertThat(client.refusal("ValueSet/$validate-code", request, 422)
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
    }

    @Test
    void hierarchyOfAnyDepthIsExpandedFlat() {
        Parameters request = stairs(5000);
        request.addParameter("count", 3);
        request.addParameter().setName("url").setValue(new UriType(STAIRS + "/all"));
        ValueSet all = valueSet("all");
        all.getCompose().addInclude().setSystem(STAIRS);
        request.addParameter().setName("tx-resource").setResource(all);
        ValueSet page = client.post(ValueSet.class, "ValueSet/$expand", request);
        assertThat(page.getExpansion().getTotal()).isEqualTo(5000);
        assertThat(page.getExpansion().getContains())
                .extracting(c -> c.getCode())
                .containsExactly("s0", "s1", "s2");
        all.getCompose()
                .getIncludeFirstRep()
                .addFilter()
                .setProperty("concept")
                .setOp(FilterOperator.DESCENDENTOF)
                .setValue("s9");
        assertThat(client.post(ValueSet.class, "ValueSet/$expand", request)
                        .getExpansion()
                        .getTotal())
                .isEqualTo(4990);
    }

    @Test
    void hierarchyThatIsTooDeepToNestIsAnsweredFlat() {
        Parameters request = stairs(150);
        ValueSet all = valueSet("all");
        all.getCompose().addInclude().setSystem(STAIRS);
        request.addParameter().setName("valueSet").setResource(all);
        assertThat(client.post(ValueSet.class, "ValueSet/$expand", request)
                        .getExpansion()
                        .getContains())
                .hasSize(150);
    }

    @Test
    void conceptWithTenThousandCodingsIsAnswered() {
        Parameters request = stairs(3);
        ValueSet all = valueSet("all");
        all.getCompose().addInclude().setSystem(STAIRS);
        request.addParameter().setName("valueSet").setResource(all);
        CodeableConcept concept = new CodeableConcept();
        for (int i = 0; i < 10_000; i++) {
            concept.addCoding(new Coding(STAIRS, "none" + i, null));
        }
        request.addParameter().setName("codeableConcept").setValue(concept);
        assertThat(text(client.post(Parameters.class, "ValueSet/$validate-code", request), "result"))
                .isEqualTo("false");
    }

    @Test
    void closureTableWithTooManyRelationsStaysAsItWas() {
        Parameters begin = new Parameters();
        begin.addParameter().setName("name").setValue(new StringType("stairs"));
        client.post(ConceptMap.class, "$closure", begin);
        Parameters request = stairs(3000);
        request.addParameter().setName("name").setValue(new StringType("stairs"));
        for (int i = 0; i < 3000; i++) {
            request.addParameter().setName("concept").setValue(new Coding(STAIRS, "s" + i, null));
        }
        assertThat(client.refusal("$closure", request, 422).getIssueFirstRep().getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
        begin.addParameter().setName("version").setValue(new StringType("0"));
        assertThat(client.post(ConceptMap.class, "$closure", begin).getGroup()).isEmpty();
    }

    /** Value sets in pairs, of which each refers to both of the next pair; the last ones have the first three stairs. */
    private static Parameters twoWaysAtEachOf(int pairs) {
        Parameters request = stairs(3);
        request.addParameter().setName("url").setValue(new UriType(STAIRS + "/0-left"));
        for (int i = 0; i < pairs; i++) {
            for (String side : new String[] {"left", "right"}) {
                ValueSet valueSet = valueSet(i + "-" + side);
                if (i == pairs - 1) {
                    valueSet.getCompose().addInclude().setSystem(STAIRS);
                } else {
                    valueSet.getCompose().addInclude().addValueSet(STAIRS + "/" + (i + 1) + "-left");
                    valueSet.getCompose().addInclude().addValueSet(STAIRS + "/" + (i + 1) + "-right");
                }
                request.addParameter().setName("tx-resource").setResource(valueSet);
            }
        }
        return request;
    }

    /** A code system in which each concept is the parent of the next. */
    private static Parameters stairs(int count) {
        CodeSystem system = new CodeSystem();
        system.setUrl(STAIRS).setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        system.addProperty().setCode("parent").setType(CodeSystem.PropertyType.CODE);
        for (int i = 0; i < count; i++) {
            CodeSystem.ConceptDefinitionComponent concept = system.addConcept().setCode("s" + i);
            if (i > 0) {
                concept.addProperty().setCode("parent").setValue(new CodeType("s" + (i - 1)));
            }
        }
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("tx-resource").setResource(system);
        return parameters;
    }

    private static ValueSet valueSet(String name) {
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl(STAIRS + "/" + name).setStatus(PublicationStatus.ACTIVE);
        return valueSet;
    }
}
