package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.terminology.operation.BatchValidateCodeOperation;
import org.w3id.materia.terminology.operation.ClosureOperation;
import org.w3id.materia.terminology.operation.ClosureTables;
import org.w3id.materia.terminology.operation.ExpandOperation;
import org.w3id.materia.terminology.operation.FindMatchesOperation;
import org.w3id.materia.terminology.operation.LookupOperation;
import org.w3id.materia.terminology.operation.SubsumesOperation;
import org.w3id.materia.terminology.operation.TerminologyFailure;
import org.w3id.materia.terminology.operation.TerminologyLibrary;
import org.w3id.materia.terminology.operation.TerminologyRequest;
import org.w3id.materia.terminology.operation.TranslateOperation;
import org.w3id.materia.terminology.operation.ValidateCodeOperation;

/** The operations of a terminology service (FHIR R4, 4.7), by GET and by POST, on types and on instances. */
public final class TerminologyProvider {
    private static final String CODE_SYSTEM = "CodeSystem";
    private static final String VALUE_SET = "ValueSet";
    private static final String CONCEPT_MAP = "ConceptMap";

    /** What an operation makes of a request. */
    private interface Answer {
        IBaseResource of(TerminologyRequest request, Parameters parameters);
    }

    private final FhirContext context;
    private final Supplier<TerminologyLibrary> library;
    private final RequestedInstance instances;
    private final ClosureTables closures = new ClosureTables();

    /** @param knowledge where the resources are whose instances operations are called on */
    public TerminologyProvider(FhirContext context, KnowledgeBase knowledge, Supplier<TerminologyLibrary> library) {
        this.context = context;
        this.library = library;
        this.instances = new RequestedInstance(context, knowledge);
    }

    /** {@code ValueSet/$expand}. */
    @Operation(name = "$expand", typeName = VALUE_SET, idempotent = true, manualRequest = true)
    public IBaseResource expand(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(details, true, (request, parameters) -> new ExpandOperation(library.get(), request).run());
    }

    /** {@code ValueSet/$validate-code}. */
    @Operation(name = "$validate-code", typeName = VALUE_SET, idempotent = true, manualRequest = true)
    public IBaseResource validateCode(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(details, false, (request, parameters) -> new ValidateCodeOperation(library.get(), request)
                .inValueSet());
    }

    /** {@code ValueSet/$batch-validate-code}. */
    @Operation(name = "$batch-validate-code", typeName = VALUE_SET, idempotent = true, manualRequest = true)
    public IBaseResource batchValidateCode(ServletRequestDetails details) {
        return answer(details, false, (request, parameters) -> batch(parameters, details)
                .run(true));
    }

    /** {@code CodeSystem/$validate-code}. */
    @Operation(name = "$validate-code", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource validateCodeOfSystem(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(details, false, (request, parameters) -> new ValidateCodeOperation(library.get(), request)
                .inCodeSystem());
    }

    /** {@code CodeSystem/$batch-validate-code}. */
    @Operation(name = "$batch-validate-code", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource batchValidateCodeOfSystem(ServletRequestDetails details) {
        return answer(details, false, (request, parameters) -> batch(parameters, details)
                .run(false));
    }

    private BatchValidateCodeOperation batch(Parameters parameters, ServletRequestDetails details) {
        return new BatchValidateCodeOperation(library.get(), parameters, acceptLanguage(details));
    }

    /** {@code CodeSystem/$lookup}. */
    @Operation(name = "$lookup", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource lookup(ServletRequestDetails details) {
        return answer(details, true, (request, parameters) -> new LookupOperation(library.get(), request).run());
    }

    /** {@code CodeSystem/$subsumes}. */
    @Operation(name = "$subsumes", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource subsumes(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(details, false, (request, parameters) -> new SubsumesOperation(library.get(), request).run());
    }

    /** {@code CodeSystem/$find-matches}. */
    @Operation(name = "$find-matches", typeName = CODE_SYSTEM, idempotent = true, manualRequest = true)
    public IBaseResource findMatches(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(
                details, false, (request, parameters) -> new FindMatchesOperation(library.get(), request, parameters)
                        .run());
    }

    /** {@code ConceptMap/$translate}. */
    @Operation(name = "$translate", typeName = CONCEPT_MAP, idempotent = true, manualRequest = true)
    public IBaseResource translate(@IdParam(optional = true) IdType id, ServletRequestDetails details) {
        return answer(
                details, false, (request, parameters) -> new TranslateOperation(library.get(), request, parameters)
                        .run());
    }

    /** {@code $closure} of the server. */
    @Operation(name = "$closure", manualRequest = true)
    public IBaseResource closure(ServletRequestDetails details) {
        return answer(details, false, (request, parameters) -> new ClosureOperation(
                        library.get(), request, parameters, closures)
                .run());
    }

    private IBaseResource answer(ServletRequestDetails details, boolean anyLanguageAtLast, Answer operation) {
        try {
            Parameters parameters = RequestParameters.of(details, context);
            if (details.getId() != null) {
                instances.addTo(parameters, details.getId());
            }
            TerminologyRequest request = new TerminologyRequest(parameters, acceptLanguage(details), anyLanguageAtLast);
            return operation.of(request, parameters);
        } catch (TerminologyFailure e) {
            throw new TerminologyRefusal(e);
        }
    }

    private static String acceptLanguage(ServletRequestDetails details) {
        return details.getServletRequest().getHeader("Accept-Language");
    }
}
