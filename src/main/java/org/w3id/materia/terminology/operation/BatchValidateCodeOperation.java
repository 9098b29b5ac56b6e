package org.w3id.materia.terminology.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.CodeSystemsInUse;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/**
 * {@code $batch-validate-code} of ValueSet and CodeSystem (HL7's FHIR Terminology Ecosystem guide): many validations in one request.
 * Each {@code validation} is a Parameters resource as {@code $validate-code} takes it; all other parameters hold for
 * every validation that does not say otherwise.
 */
public final class BatchValidateCodeOperation {
    private static final String VALIDATION = "validation";
    public static final ParameterTable OF_VALUE_SET = ValidateCodeOperation.OF_VALUE_SET.and(VALIDATION);
    public static final ParameterTable OF_CODE_SYSTEM = ValidateCodeOperation.OF_CODE_SYSTEM.and(VALIDATION);

    private static final int MOST = 10_000;

    private final TerminologyLibrary library;
    private final Parameters parameters;
    private final String acceptLanguage;
    private final ParameterTable.Unknown unknown;

    /**
     * @param acceptLanguage the header; null where absent
     * @param unknown what becomes of parameters of a validation that are not known
     */
    public BatchValidateCodeOperation(
            TerminologyLibrary library, Parameters parameters, String acceptLanguage, ParameterTable.Unknown unknown) {
        this.library = library;
        this.parameters = parameters;
        this.acceptLanguage = acceptLanguage;
        this.unknown = unknown;
    }

    /**
     * A {@code validation} for each that was asked for, in their order: what {@code $validate-code} answers, or an
     * OperationOutcome where it has no answer.
     *
     * @param ofValueSet whether codes are held against value sets, or against code systems alone
     * @throws TerminologyFailure where there is nothing to validate, or too much
     */
    public Parameters run(boolean ofValueSet) {
        Map<Boolean, List<ParametersParameterComponent>> parts = parameters.getParameter().stream()
                .collect(Collectors.partitioningBy(p -> VALIDATION.equals(p.getName())));
        List<ParametersParameterComponent> validations = parts.get(true);
        if (validations.isEmpty() || validations.size() > MOST) {
            throw TerminologyFailure.invalid(Issue.error(
                    validations.isEmpty() ? IssueType.REQUIRED : IssueType.TOOCOSTLY,
                    VALIDATION,
                    null,
                    Messages.plain("Between 1 and " + MOST + " parameters '" + VALIDATION
                            + "' are taken, and there are " + validations.size())));
        }
        Shared shared = new Shared(parts.get(false), new CodeSystemsInUse(library));
        Parameters answer = new Parameters();
        for (ParametersParameterComponent validation : validations) {
            TimeBudget.check();
            answer.addParameter().setName(VALIDATION).setResource(one(validation, shared, ofValueSet));
        }
        return answer;
    }

    /** What all validations have in common. */
    private record Shared(List<ParametersParameterComponent> parameters, CodeSystemsInUse systems) {}

    private Resource one(ParametersParameterComponent validation, Shared shared, boolean ofValueSet) {
        if (!(validation.getResource() instanceof Parameters own)) {
            return TerminologyFailure.invalid(Issue.error(
                            IssueType.INVALID,
                            VALIDATION,
                            null,
                            Messages.plain("A '" + VALIDATION + "' is a Parameters resource")))
                    .outcome();
        }
        Parameters all = new Parameters();
        own.getParameter().forEach(all::addParameter);
        shared.parameters().stream()
                .filter(p -> p.hasResource() || !own.hasParameter(p.getName()))
                .forEach(all::addParameter);
        try {
            (ofValueSet ? ValidateCodeOperation.OF_VALUE_SET : ValidateCodeOperation.OF_CODE_SYSTEM)
                    .check(own, unknown);
            ValidateCodeOperation operation = new ValidateCodeOperation(
                    library, new TerminologyRequest(all, acceptLanguage, false), shared.systems());
            return ofValueSet ? operation.inValueSet() : operation.inCodeSystem();
        } catch (TerminologyFailure e) {
            return e.outcome();
        }
    }
}
