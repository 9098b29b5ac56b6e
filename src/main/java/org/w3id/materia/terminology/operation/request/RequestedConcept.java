package org.w3id.materia.terminology.operation.request;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.VersionedConcept;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/** The concept of a code system that an operation is about, as a coding or by code and system. */
public record RequestedConcept(CodeSystemProvider system, Concept concept) {
    /**
     * Reads {@code coding}, or {@code code} with {@code system} and {@code version}.
     *
     * @param coding name of the parameter with a Coding
     * @param code name of the parameter with a code alone
     * @throws TerminologyFailure where neither is there, or code system or code are not known
     */
    public static RequestedConcept of(TerminologyResources resources, String coding, String code) {
        TerminologyRequest request = resources.request();
        Coding wanted = Optional.ofNullable(request.coding(coding))
                .orElseGet(() -> new Coding(request.text("system"), request.text(code), null)
                        .setVersion(request.text("version")));
        if (!wanted.hasSystem()) {
            wanted.setSystem(request.text("system"));
        }
        if (!wanted.hasCode() || !wanted.hasSystem()) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.INVALID,
                    null,
                    null,
                    Messages.plain("Give '" + code + "' with 'system', or '" + coding + "' with both in it")));
        }
        return locate(system(resources, wanted.getSystem(), wanted.getVersion()), wanted.getCode());
    }

    /**
     * A code system of the request or the server.
     *
     * @param version null for the newest
     */
    public static CodeSystemProvider system(TerminologyResources resources, String url, String version) {
        CodeSystemProvider found = resources
                .codeSystem(url, version)
                .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                        IssueType.NOTFOUND,
                        "system",
                        IssueKind.NOT_FOUND,
                        Messages.unknownSystem(
                                url, resources.rules().version(url, version), resources.versions(url)))));
        resources.rules().issues(url, found.header().version()).stream()
                .findFirst()
                .ifPresent(issue -> {
                    throw TerminologyFailure.invalid(issue);
                });
        return found;
    }

    /**
     * The concept with that code.
     *
     * @throws TerminologyFailure not found where the code system has no such code
     */
    public static RequestedConcept locate(CodeSystemProvider system, String code) {
        return new RequestedConcept(
                system,
                system.locate(code)
                        .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                                IssueType.NOTFOUND,
                                "code",
                                IssueKind.INVALID_CODE,
                                Messages.unknownCode(code, system.header())))));
    }

    /** Which concept it is, whatever the version. */
    public VersionedConcept key() {
        return new VersionedConcept(system.header().url(), null, concept.code());
    }

    /** All concepts above it, at any distance. */
    public Collection<Concept> ancestors() {
        Map<String, Concept> found = new LinkedHashMap<>();
        Deque<Concept> open = new ArrayDeque<>(system.parents(concept));
        while (!open.isEmpty()) {
            Concept next = open.pop();
            if (found.putIfAbsent(next.code(), next) == null) {
                open.addAll(system.parents(next));
            }
        }
        return found.values();
    }
}
