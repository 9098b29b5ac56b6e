package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.json.ResourceJson;
import org.w3id.materia.terminology.operation.BatchValidateCodeOperation;
import org.w3id.materia.terminology.operation.ClosureOperation;
import org.w3id.materia.terminology.operation.ClosureTables;
import org.w3id.materia.terminology.operation.ConceptMapGroups;
import org.w3id.materia.terminology.operation.ExpandOperation;
import org.w3id.materia.terminology.operation.FindMatchesOperation;
import org.w3id.materia.terminology.operation.LookupOperation;
import org.w3id.materia.terminology.operation.SubsumesOperation;
import org.w3id.materia.terminology.operation.TerminologyFailure;
import org.w3id.materia.terminology.operation.TerminologyLibrary;
import org.w3id.materia.terminology.operation.TerminologyRequest;
import org.w3id.materia.terminology.operation.TranslateOperation;
import org.w3id.materia.terminology.operation.ValidateCodeOperation;

/** What the operations of a terminology service answer (FHIR R4, 4.7), whichever way a request came in. */
public final class TerminologyAnswers {
    private static final int OK = 200;

    /** What an operation makes of a request. */
    private interface Answer {
        Resource of(TerminologyLibrary library, Call call);
    }

    /**
     * A request of an operation.
     *
     * @param acceptLanguage the header; null where absent
     */
    record Call(Parameters parameters, String acceptLanguage) {
        /** An expansion, or what is known of a concept, is better in another language than not at all. */
        TerminologyRequest inAnyLanguageAtLast() {
            return new TerminologyRequest(parameters, acceptLanguage, true);
        }

        TerminologyRequest request() {
            return new TerminologyRequest(parameters, acceptLanguage, false);
        }

        BatchValidateCodeOperation batch(TerminologyLibrary library) {
            return new BatchValidateCodeOperation(library, parameters, acceptLanguage);
        }
    }

    private final Supplier<TerminologyLibrary> library;
    private final ResourceJson json;
    private final ClosureTables closures = new ClosureTables();
    private final ConceptMapGroups groups = new ConceptMapGroups();
    private final Map<String, Answer> answers = Map.of(
            "ValueSet/$expand", (library, call) -> new ExpandOperation(library, call.inAnyLanguageAtLast()).run(),
            "ValueSet/$validate-code",
                    (library, call) -> new ValidateCodeOperation(library, call.request()).inValueSet(),
            "CodeSystem/$validate-code",
                    (library, call) -> new ValidateCodeOperation(library, call.request()).inCodeSystem(),
            "ValueSet/$batch-validate-code",
                    (library, call) -> call.batch(library).run(true),
            "CodeSystem/$batch-validate-code",
                    (library, call) -> call.batch(library).run(false),
            "CodeSystem/$lookup", (library, call) -> new LookupOperation(library, call.inAnyLanguageAtLast()).run(),
            "CodeSystem/$subsumes", (library, call) -> new SubsumesOperation(library, call.request()).run(),
            "CodeSystem/$find-matches",
                    (library, call) -> new FindMatchesOperation(library, call.request(), call.parameters()).run(),
            "ConceptMap/$translate", this::translate,
            "$closure", this::closure);

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
     * @param type empty for an operation of the server
     * @param operation with its {@code $}
     * @throws TerminologyFailure where there is none
     */
    Resource to(String type, String operation, Call call) {
        return answers.get(type.isEmpty() ? operation : type + '/' + operation).of(library.get(), call);
    }

    /**
     * The answer to a GET as JSON, also where it is a refusal; empty where there is no such operation.
     *
     * @param path of the operation: type and name
     * @param query its parameters, without any that is about the answer's form
     */
    public Optional<JsonAnswer> json(String path, Map<String, String[]> query, String acceptLanguage) {
        Answer answer = answers.get(path);
        if (answer == null) {
            return Optional.empty();
        }
        try {
            Resource resource = answer.of(library.get(), new Call(RequestParameters.of(query), acceptLanguage));
            return Optional.of(new JsonAnswer(OK, json.encode(resource)));
        } catch (TerminologyFailure e) {
            return Optional.of(new JsonAnswer(TerminologyRefusal.status(e.category()), json.encode(e.outcome())));
        }
    }
}
