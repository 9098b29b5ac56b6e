package org.w3id.materia.server.terminology;

import static java.util.Map.entry;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.json.ResourceJson;
import org.w3id.materia.terminology.operation.BatchValidateCodeOperation;
import org.w3id.materia.terminology.operation.ClosureOperation;
import org.w3id.materia.terminology.operation.ExpandOperation;
import org.w3id.materia.terminology.operation.FindMatchesOperation;
import org.w3id.materia.terminology.operation.LookupOperation;
import org.w3id.materia.terminology.operation.SubsumesOperation;
import org.w3id.materia.terminology.operation.TranslateOperation;
import org.w3id.materia.terminology.operation.ValidateCodeOperation;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.ParameterTable.Unknown;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.translation.ClosureTables;
import org.w3id.materia.terminology.operation.translation.ConceptMapGroups;

/** What the operations of a terminology service answer (FHIR R4, 4.7), whichever way a request came in. */
public final class TerminologyAnswers {
    private static final int OK = 200;

    /** What an operation makes of a request. */
    private interface Answer {
        Resource of(TerminologyLibrary library, Call call);
    }

    private record Operation(ParameterTable parameters, Answer answer) {}

    /**
     * A request of an operation.
     *
     * @param acceptLanguage the header; null where absent
     * @param unknown what becomes of parameters that are not known
     */
    record Call(Parameters parameters, String acceptLanguage, Unknown unknown) {
        /** An expansion, or what is known of a concept, is better in another language than not at all. */
        TerminologyRequest inAnyLanguageAtLast() {
            return new TerminologyRequest(parameters, acceptLanguage, true);
        }

        TerminologyRequest request() {
            return new TerminologyRequest(parameters, acceptLanguage, false);
        }

        BatchValidateCodeOperation batch(TerminologyLibrary library) {
            return new BatchValidateCodeOperation(library, parameters, acceptLanguage, unknown);
        }
    }

    private final Supplier<TerminologyLibrary> library;
    private final ResourceJson json;
    private final ClosureTables closures = new ClosureTables();
    private final ConceptMapGroups groups = new ConceptMapGroups();
    private final Map<String, Operation> operations = Map.ofEntries(
            entry("ValueSet/$expand", new Operation(ExpandOperation.PARAMETERS, (library, call) -> new ExpandOperation(
                            library, call.inAnyLanguageAtLast())
                    .run())),
            entry(
                    "ValueSet/$validate-code",
                    new Operation(
                            ValidateCodeOperation.OF_VALUE_SET,
                            (library, call) -> new ValidateCodeOperation(library, call.request()).inValueSet())),
            entry(
                    "CodeSystem/$validate-code",
                    new Operation(
                            ValidateCodeOperation.OF_CODE_SYSTEM,
                            (library, call) -> new ValidateCodeOperation(library, call.request()).inCodeSystem())),
            entry(
                    "ValueSet/$batch-validate-code",
                    new Operation(BatchValidateCodeOperation.OF_VALUE_SET, (library, call) -> call.batch(library)
                            .run(true))),
            entry(
                    "CodeSystem/$batch-validate-code",
                    new Operation(BatchValidateCodeOperation.OF_CODE_SYSTEM, (library, call) -> call.batch(library)
                            .run(false))),
            entry(
                    "CodeSystem/$lookup",
                    new Operation(
                            LookupOperation.PARAMETERS,
                            (library, call) -> new LookupOperation(library, call.inAnyLanguageAtLast()).run())),
            entry(
                    "CodeSystem/$subsumes",
                    new Operation(
                            SubsumesOperation.PARAMETERS,
                            (library, call) -> new SubsumesOperation(library, call.request()).run())),
            entry(
                    "CodeSystem/$find-matches",
                    new Operation(FindMatchesOperation.PARAMETERS, (library, call) -> new FindMatchesOperation(
                                    library, call.request(), call.parameters())
                            .run())),
            entry("ConceptMap/$translate", new Operation(TranslateOperation.PARAMETERS, this::translate)),
            entry("$closure", new Operation(ClosureOperation.PARAMETERS, this::closure)));

    public TerminologyAnswers(FhirContext context, Supplier<TerminologyLibrary> library) {
        this.library = library;
        this.json = new ResourceJson(context);
    }

    private Resource translate(TerminologyLibrary current, Call call) {
        return new TranslateOperation(current, call.request(), call.parameters(), groups).run();
    }

    private Resource closure(TerminologyLibrary current, Call call) {
        return new ClosureOperation(current, call.request(), call.parameters(), closures).run();
    }

    /**
     * The answer to a call.
     *
     * @param path of the operation: type and name, or, for one of the server, its name
     * @throws TerminologyFailure where there is none
     */
    Resource to(String path, Call call) {
        return operations.get(path).answer().of(library.get(), call);
    }

    /**
     * Looks at the parameters that a client sent, before any is added for it.
     *
     * @throws TerminologyFailure where one cannot be honoured, or is not known and not to be passed over
     */
    void check(String path, Call call) {
        operations.get(path).parameters().check(call.parameters(), call.unknown());
    }

    /** The parameters of each operation, by its path. */
    public Map<String, ParameterTable> tables() {
        return operations.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().parameters()));
    }

    /**
     * The answer to a GET as JSON, also where it is a refusal; empty where there is no such operation.
     *
     * @param path of the operation: type and name
     * @param query its parameters, without any that is about the answer's form
     * @param acceptLanguage the header; null where absent
     * @param unknown what becomes of parameters that are not known
     */
    public Optional<JsonAnswer> json(String path, Map<String, String[]> query, String acceptLanguage, Unknown unknown) {
        if (!operations.containsKey(path)) {
            return Optional.empty();
        }
        try {
            Call call = new Call(RequestParameters.of(query), acceptLanguage, unknown);
            check(path, call);
            return Optional.of(new JsonAnswer(OK, json.encode(to(path, call))));
        } catch (TerminologyFailure e) {
            return Optional.of(new JsonAnswer(TerminologyRefusal.status(e.category()), json.encode(e.outcome())));
        }
    }
}
