package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.RemoteTerminologyServiceValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.cli.SampleServer;

/** Other people's programs that ask a terminology service ask this one: HAPI's client, and the FHIR validator. */
@Tag("server")
class TerminologyClientsTest {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final String ROUTE = "https://w3id.org/materia/fhir/CodeSystem/route";

    private static final SampleServer SERVER = SampleServer.shared();

    @Test
    void hapisClientExpandsAValueSet() {
        IGenericClient client = CONTEXT.newRestfulGenericClient(SERVER.base());
        ValueSet routes = client.operation()
                .onType(ValueSet.class)
                .named("$expand")
                .withParameter(Parameters.class, "url", new UriType("https://w3id.org/materia/fhir/ValueSet/route"))
                .returnResourceType(ValueSet.class)
                .execute();
        assertThat(routes.getExpansion().getContains())
                .extracting(ValueSet.ValueSetExpansionContainsComponent::getCode)
                .contains("oral", "intravenous");
    }

    @Test
    void theValidatorLearnsOfWrongCodesHere() {
        assertThat(errors("oral", "Oral")).isEmpty();
        assertThat(errors("by-post", null)).singleElement().satisfies(message -> assertThat(message)
                .contains("Unknown code", "by-post"));
    }

    /** What the validator has against an Observation with a code of ours. */
    private static List<String> errors(String code, String display) {
        Observation observation = new Observation();
        observation.setStatus(ObservationStatus.FINAL);
        observation.setCode(new CodeableConcept().addCoding(new Coding(ROUTE, code, display)));
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                new RemoteTerminologyServiceValidationSupport(CONTEXT, SERVER.base()));
        FhirValidator validator = CONTEXT.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(support));
        return validator.validateWithResult(observation).getMessages().stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }
}
