package org.w3id.materia.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.conformance.ConformanceResources;

/** Validates resources against FHIR R4 and the profiles that they claim, with our own conformance resources loaded. */
public final class ResourceValidation {
    /** Said of codes in SNOMED CT, LOINC and other code systems that are not there to be asked. */
    private static final List<String> NO_TERMINOLOGY =
            List.of("so the codes have not been validated", "CodeSystem is unknown and can't be validated");

    /** Said of a code of somebody else's code system, of which the resource has no concepts. */
    private static final String FRAGMENT = "Unknown code in fragment CodeSystem";

    /** Said of {tablet} and the like, which are how the contract has us count. */
    private static final String ANNOTATION = "UCUM Codes that contain human readable annotations";

    private final FhirValidator validator;

    public ResourceValidation(ConformanceResources conformance) {
        FhirContext context = FhirContext.forR4Cached();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
        conformance.all().forEach(ours::addResource);
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                ours,
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context));
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setWrappedWorkerContext(chain, new ShortVersion(chain));
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Warning);
        this.validator = context.newValidator().registerValidatorModule(module);
    }

    /** Errors and warnings, one line each; empty where there is nothing to mend. */
    public List<String> problems(Resource resource) {
        return describe(validator.validateWithResult(resource).getMessages());
    }

    /** Errors and warnings of a resource as JSON. */
    public List<String> problems(String json) {
        return describe(validator.validateWithResult(json).getMessages());
    }

    private static List<String> describe(List<SingleValidationMessage> messages) {
        return messages.stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0)
                .filter(m -> !saysNothing(m.getMessage()))
                .map(m -> m.getSeverity() + " " + m.getLocationString() + ": " + m.getMessage())
                .toList();
    }

    private static boolean saysNothing(String message) {
        boolean ours = message.contains(Canonical.BASE + "/CodeSystem");
        return message.startsWith(ANNOTATION)
                || message.startsWith(FRAGMENT)
                || !ours && NO_TERMINOLOGY.stream().anyMatch(message::contains);
    }

    /**
     * Calls FHIR R4 "4.0". Validator 6.7 looks up the contexts of an extension in each release it may be used in, names R4 "4.0", does not
     * recognise 4.0.1 in that, and would fetch the release over the network.
     */
    private static final class ShortVersion extends WorkerContextValidationSupportAdapter {
        ShortVersion(IValidationSupport support) {
            super(support);
        }

        @Override
        public String getVersion() {
            return "4.0";
        }
    }
}
