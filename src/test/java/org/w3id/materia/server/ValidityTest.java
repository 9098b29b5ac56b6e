package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.fhir.conformance.ConformanceResources;

/** What the server makes itself is valid R4. */
@Tag("server")
class ValidityTest {
    private static FhirValidator validator;
    private static TestServer server;

    @BeforeAll
    static void start() {
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(TestServer.CONTEXT),
                new InMemoryTerminologyServerValidationSupport(TestServer.CONTEXT),
                new CommonCodeSystemsTerminologyService(TestServer.CONTEXT));
        validator = TestServer.CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
        server = TestServer.with(
                Medicines.composition("a"), Medicines.medication("a", "Amoxicillin"), Medicines.medication("b", "B"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theCapabilityStatementIsValid() {
        assertThat(errors(server.get("fhir/metadata").body())).isEmpty();
    }

    @Test
    void aFailureIsValid() {
        assertThat(errors(server.get("fhir/Medication/none").body())).isEmpty();
    }

    @Test
    void aPageOfASearchIsValid() {
        assertThat(errors(server.get("fhir/Medication?_count=1").body())).isEmpty();
    }

    @Test
    void aDocumentIsValid() {
        assertThat(errors(server.get("fhir/Composition/a/$document").body())).isEmpty();
    }

    @Test
    void ourSearchParametersAreValid() {
        List<SearchParameter> ours = ConformanceResources.load().all().stream()
                .filter(SearchParameter.class::isInstance)
                .map(SearchParameter.class::cast)
                .toList();
        assertThat(ours).extracting(SearchParameter::getCode).contains("name", "contraindicated-for");
        for (SearchParameter parameter : ours) {
            assertThat(errors(TestServer.CONTEXT.newJsonParser().encodeResourceToString(parameter)))
                    .isEmpty();
        }
    }

    private static List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::toString)
                .toList();
    }
}
