package org.w3id.materia.terminology.operation.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.PublicationState;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Message;
import org.w3id.materia.terminology.operation.issue.Messages;

/** What a validation finds, gathered over all codings of a concept. */
public final class Findings {
    private final List<Issue> issues = new ArrayList<>();
    private final Set<Issue.Statement> said = new HashSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> unknownSystems = new LinkedHashSet<>();

    /** Adds an issue unless it is there already, and its text to the message. */
    boolean add(Issue issue) {
        messages.add(issue.message().text());
        return addQuietly(issue);
    }

    /** Adds an issue that says nothing against the code, and so is not part of the message. */
    boolean addQuietly(Issue issue) {
        boolean isNew = said.add(issue.statement());
        if (isNew) {
            issues.add(issue);
        }
        return isNew;
    }

    /** Adds an issue of a missing code system, once for each. */
    void addUnknownSystem(String canonical, Issue issue) {
        messages.add(issue.message().text());
        if (unknownSystems.add(canonical)) {
            addQuietly(issue);
        }
    }

    boolean hasErrors() {
        return issues.stream().anyMatch(Issue::isError);
    }

    boolean isEmpty() {
        return issues.isEmpty();
    }

    Set<String> unknownSystems() {
        return unknownSystems;
    }

    /** All that is to be read in one line; empty where nothing is wrong. */
    String message() {
        Set<String> all = new TreeSet<>(messages);
        issues.stream().filter(Issue::isError).forEach(i -> all.add(i.message().text()));
        return String.join("; ", all);
    }

    OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        issues.forEach(i -> outcome.addIssue(i.component()));
        return outcome;
    }

    /** A system that is not known is only a warning where another coding of the concept is good. */
    void excuseUnknownSystem(String path, String canonical) {
        for (int i = 0; i < issues.size(); i++) {
            Issue issue = issues.get(i);
            if (issue.isError()
                    && path.equals(issue.path())
                    && issue.message().id() != null
                    && issue.message().id().startsWith("UNKNOWN_CODESYSTEM")) {
                Message text = Messages.codingNotChecked(canonical);
                issues.set(i, Issue.warning(issue.type(), path, issue.kind(), text));
                messages.remove(issue.message().text());
                messages.add(text.text());
            }
        }
    }

    /**
     * Says where something is used that is not fit for use.
     *
     * @param from what refers to it
     */
    void addStatus(PublicationState state, PublicationState from) {
        if ("deprecated".equals(state.standardsStatus()) || "withdrawn".equals(state.standardsStatus())) {
            addStatus(Messages.reference(
                    state.standardsStatus(),
                    state.resource().type(),
                    state.resource().canonical()));
        } else if ("retired".equals(state.status())) {
            addStatus(Messages.reference(
                    "retired", state.resource().type(), state.resource().canonical()));
        } else if (state.experimental() && !from.experimental()) {
            addStatus(Messages.reference(
                    "experimental", state.resource().type(), state.resource().canonical()));
        } else if (state.isDraft() && !from.isDraft()) {
            addStatus(Messages.reference(
                    "draft", state.resource().type(), state.resource().canonical()));
        }
    }

    private void addStatus(Message message) {
        addQuietly(Issue.information(IssueType.BUSINESSRULE, null, IssueKind.STATUS_CHECK, message));
    }
}
