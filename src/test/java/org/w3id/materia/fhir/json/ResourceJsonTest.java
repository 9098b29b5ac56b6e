package org.w3id.materia.fhir.json;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.fhir.conformance.ConformanceResources;

/** The same JSON as HAPI's encoder writes. */
class ResourceJsonTest {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final ResourceJson RESOURCE_JSON = new ResourceJson(CONTEXT);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Stream<Resource> ours() {
        return ConformanceResources.load().all().stream().map(Resource.class::cast);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ourOwnConformanceResourcesAreAsHapiWritesThem(Resource resource) throws IOException {
        assertAsHapi(resource);
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void theSpecificationsTerminologyIsAsHapiWritesIt(Resource resource) throws IOException {
        assertAsHapi(resource);
    }

    static Stream<Resource> specifications() {
        return Stream.of("valuesets", "v3-codesystems")
                .map(name ->
                        ResourceJsonTest.class.getResourceAsStream("/org/hl7/fhir/r4/model/valueset/" + name + ".xml"))
                .map(xml ->
                        (org.hl7.fhir.r4.model.Bundle) CONTEXT.newXmlParser().parseResource(xml))
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(entry -> entry.getResource());
    }

    @Test
    void valuesOfEveryKindOfPrimitive() throws IOException {
        Parameters parameters = new Parameters();
        parameters.addParameter("true", true);
        parameters.addParameter("string", "quote \" backslash \\ line\n tab\t bell\u0007 é ☃ 𝒳");
        parameters.addParameter().setName("decimal").setValue(new DecimalType("0.0500"));
        parameters.addParameter().setName("large").setValue(new DecimalType(new BigDecimal("1E+30")));
        parameters.addParameter().setName("time").setValue(new DateTimeType("2026-11-23T10:00:00.5+01:00"));
        parameters.addParameter().setName("code").setValue(new CodeType("a"));
        parameters.addParameter().setName("empty").setValue(new StringType(""));
        parameters.addParameter().setName("coding").setValue(new Coding("urn:s", "c", null).setUserSelected(true));
        parameters.addParameter().setName("quantity").setValue(new Quantity(1.5).setUnit("mg"));
        assertAsHapi(parameters);
        assertThat(text(parameters)).contains("\"valueDecimal\":0.0500");
    }

    @Test
    void extensionsAndIdsOfPrimitives() throws IOException {
        Patient patient = new Patient();
        patient.setId("Patient/p/_history/2");
        patient.getIdElement().setValue("p");
        patient.setActive(true).getActiveElement().addExtension("urn:e", new BooleanType(false));
        patient.getBirthDateElement().addExtension("urn:absent", new CodeType("unknown"));
        patient.addName().addGiven("A");
        patient.getNameFirstRep().addGivenElement().addExtension("urn:absent", new CodeType("masked"));
        patient.getNameFirstRep().addGiven("C").getGiven().get(2).setId("third");
        Extension nested = patient.addExtension().setUrl("urn:nested");
        nested.addExtension("inner", new StringType("x"));
        assertAsHapi(patient);
    }

    @Test
    void theIdOfAPrimitiveIsNotLostAsByHapi() {
        Patient patient = new Patient();
        patient.setActive(true).getActiveElement().setId("a");
        assertThat(text(patient))
                .isEqualTo("{\"resourceType\":\"Patient\",\"active\":true,\"_active\":{\"id\":\"a\"}}");
    }

    @Test
    void anExtensionBeginsWithItsUrl() {
        Patient patient = new Patient();
        patient.addExtension().setUrl("urn:o").addExtension("i", new BooleanType(true));
        assertThat(text(patient))
                .isEqualTo("{\"resourceType\":\"Patient\",\"extension\":[{\"url\":\"urn:o\","
                        + "\"extension\":[{\"url\":\"i\",\"valueBoolean\":true}]}]}");
    }

    @Test
    void whatIsEmptyIsLeftOut() throws IOException {
        ValueSet valueSet = new ValueSet();
        valueSet.getCompose().addInclude().addFilter();
        valueSet.addUseContext();
        valueSet.getExpansion().addContains().setCode("a");
        valueSet.getExpansion().addContains();
        assertAsHapi(valueSet);
        assertThat(text(new Parameters())).isEqualTo("{\"resourceType\":\"Parameters\"}");
    }

    @Test
    void resourcesInResources() throws IOException {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().addExpression("a").addExpression("b").getDetails().setText("t");
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("issues").setResource(outcome);
        assertAsHapi(parameters);
        ValueSet contained = new ValueSet();
        contained.setId("#inner");
        ValueSet outer = new ValueSet();
        outer.addContained(contained.setUrl("urn:v"));
        outer.getCompose().addInclude().addValueSet("#inner");
        assertAsHapi(outer);
    }

    @Test
    void choicesAndNarrative() throws IOException {
        CodeSystem system = new CodeSystem();
        system.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">a &amp; b</div>");
        system.getText().setStatus(org.hl7.fhir.r4.model.Narrative.NarrativeStatus.GENERATED);
        system.addConcept().setCode("a").addProperty().setCode("p").setValue(new DateTimeType("2020"));
        assertAsHapi(system);
        org.hl7.fhir.r4.model.MedicationRequest request = new org.hl7.fhir.r4.model.MedicationRequest();
        request.addDosageInstruction().setTiming(new Timing()).setAsNeeded(new BooleanType(true));
        request.getMeta().addProfile("urn:one").addProfile("urn:two").addTag("urn:t", "c", null);
        assertAsHapi(request);
    }

    private static void assertAsHapi(Resource resource) throws IOException {
        String hapi = CONTEXT.newJsonParser().encodeResourceToString(resource);
        JsonNode expected = JSON.readTree(hapi);
        JsonNode actual = JSON.readTree(RESOURCE_JSON.encode(resource));
        assertThat(actual).as(hapi.length() > 5_000 ? resource.getId() : hapi).isEqualTo(expected);
    }

    private static String text(Resource resource) {
        return new String(RESOURCE_JSON.encode(resource), StandardCharsets.UTF_8);
    }
}
