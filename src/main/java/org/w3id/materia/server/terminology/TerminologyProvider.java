package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.w3id.materia.server.search.Handling;
import org.w3id.materia.server.terminology.TerminologyAnswers.Call;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/** The operations of a terminology service (FHIR R4, 4.7), by GET and by POST, on types and on instances. */
public final class TerminologyProvider {
    private static final String CODE_SYSTEM = "CodeSystem";
    private static final String VALUE_SET = "ValueSet";
    private static final String CONCEPT_MAP = "ConceptMap";

    private final FhirContext context;
    private final RequestedInstance instances;
    private final TerminologyAnswers answers;

    public TerminologyProvider(FhirContext context, RequestedInstance instances, TerminologyAnswers answers) {
        this.context = context;
        this.instances = instances;
        this.answers = answers;
    }

    /** {@code ValueSet/$expand}. */
    @Operation(name = "$expand", typeName = VALUE_SET, idempotent = true, manualRequest = true)
    public IBaseResource expand(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(VALUE_SET, details);
    }

    /** {@code ValueSet/$validate-code}. */
    @Operation(name = "$validate-code", typeName = VALUE_SET, idempotent = true, manualRequest = true)
    public IBaseResource validateCode(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(VALUE_SET, details);
    }

    /** {@code ValueSet/$batch-validate-code}. */
    @Operation(name = "$batch-validate-code", typeName = VALUE_SET, idempotent = true, manualRequest = true)
    public IBaseResource batchValidateCode(ServletRequestDetails details) {
        return answer(VALUE_SET, details);
    }

    /** {@code CodeSystem/$validate-code}. */
    @Operation(name = "$validate-code", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource validateCodeOfSystem(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(CODE_SYSTEM, details);
    }

    /** {@code CodeSystem/$batch-validate-code}. */
    @Operation(name = "$batch-validate-code", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource batchValidateCodeOfSystem(ServletRequestDetails details) {
        return answer(CODE_SYSTEM, details);
    }

    /** {@code CodeSystem/$lookup}. */
    @Operation(name = "$lookup", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource lookup(ServletRequestDetails details) {
        return answer(CODE_SYSTEM, details);
    }

    /** {@code CodeSystem/$subsumes}. */
    @Operation(name = "$subsumes", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource subsumes(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(CODE_SYSTEM, details);
    }

    /** {@code CodeSystem/$find-matches}. */
    @Operation(name = "$find-matches", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource findMatches(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(CODE_SYSTEM, details);
    }

    /** {@code ConceptMap/$translate}. */
    @Operation(name = "$translate", typeName = CONCEPT_MAP, idempotent = true, manualRequest = true)
    public IBaseResource translate(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(CONCEPT_MAP, details);
    }

    /** {@code $closure} of the server. */
    @Operation(name = "$closure", manualRequest = true)
    public IBaseResource closure(ServletRequestDetails details) {
        return answer("", details);
    }

    /** @param type of the operation; empty where it is the server's */
    private IBaseResource answer(String type, ServletRequestDetails details) {
        try {
            HttpServletRequest request = details.getServletRequest();
            Call call = new Call(
                    RequestParameters.of(details, context),
                    request.getHeader("Accept-Language"),
                    Handling.of(request.getHeader("Prefer")).ofUnknownParameters());
            String path = type.isEmpty() ? details.getOperation() : type + '/' + details.getOperation();
            answers.check(path, call);
            if (details.getId() != null) {
                instances.addTo(call.parameters(), details.getId());
            }
            return answers.to(path, call);
        } catch (TerminologyFailure e) {
            throw new TerminologyRefusal(e);
        }
    }
}
