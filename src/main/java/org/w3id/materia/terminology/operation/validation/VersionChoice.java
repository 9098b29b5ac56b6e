package org.w3id.materia.terminology.operation.validation;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Message;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** Which version of a code system a coding is held against: that of the value set, of the coding, or of a rule. */
final class VersionChoice {
    private final TerminologyResources resources;

    VersionChoice(TerminologyResources resources) {
        this.resources = resources;
    }

    /** The newest version of a code system that a value set names; null where it names none. */
    static String named(ValueSet valueSet, String system) {
        return valueSet.getCompose().getInclude().stream()
                .filter(s -> s.hasVersion() && s.hasSystem() && s.getSystem().equals(system))
                .map(ConceptSetComponent::getVersion)
                .max(Versions.ORDER)
                .orElse(null);
    }

    /** Where a value set takes several versions and the coding names none: the newest in which the coding is right. */
    String chosen(ValueSet valueSet, CodingCheck coding) {
        if (coding.version() != null) {
            return null;
        }
        Set<String> offered = new LinkedHashSet<>();
        valueSet.getCompose().getInclude().stream()
                .filter(s -> s.hasVersion() && s.hasSystem() && s.getSystem().equals(coding.system()))
                .forEach(s -> offered.add(s.getVersion()));
        if (offered.size() < 2) {
            return null;
        }
        List<String> right = offered.stream().filter(v -> isRight(coding, v)).toList();
        if (right.size() == offered.size()) {
            return null;
        }
        return (right.isEmpty() ? offered : right)
                .stream().max(Comparator.comparing(v -> v, Versions.ORDER)).orElseThrow();
    }

    private boolean isRight(CodingCheck coding, String version) {
        Optional<Concept> concept =
                resources.codeSystem(coding.system(), version).flatMap(s -> s.locate(coding.code()));
        String display = coding.coding.getDisplay();
        return concept.filter(
                        c -> display == null || c.designations().stream().anyMatch(d -> display.equals(d.value())))
                .isPresent();
    }

    /** Whether the set is for codings of a version: not where another set names it. */
    boolean isFor(ValueSet valueSet, ConceptSetComponent set, String version) {
        return version == null
                || version.equals(set.getVersion())
                || valueSet.getCompose().getInclude().stream().noneMatch(s -> version.equals(s.getVersion()));
    }

    /** The version to use for a coding in a set; says where the two do not agree. */
    String of(ConceptSetComponent set, CodingCheck coding) {
        String system = set.getSystem();
        String given = coding.version();
        String included = set.getVersion();
        String result = resources.rules().version(system, included);
        if (given == null) {
            return result;
        }
        if (result != null && !result.equals(given) && Versions.isMoreDetailed(result, given)) {
            result = given;
        }
        if (result == null && resources.versions(system).stream().anyMatch(v -> Versions.fits(given, v))) {
            result = given;
        }
        Optional<CodeSystemProvider> found =
                resources.exactCodeSystem(system, resources.rules().version(system, result));
        if (found.isPresent()) {
            String used = found.get().header().version();
            if (!given.equals(used) && !Versions.isMoreDetailed(given, used)) {
                mismatch(coding, result, included, found.get());
            }
        } else if (!given.equals(result)) {
            coding.findings.add(Issue.error(
                    IssueType.INVALID,
                    coding.at("version"),
                    IssueKind.VS_INVALID,
                    Messages.versionMismatch(system, result == null ? "" : result, given)));
        }
        return result;
    }

    private void mismatch(CodingCheck coding, String result, String included, CodeSystemProvider used) {
        String system = coding.system();
        String given = coding.version();
        Message message;
        boolean error = true;
        if (result == null) {
            message = Messages.versionMismatchByDefault(system, used.header().version(), given);
            error = used.header().codes().versionNeeded();
        } else if (!result.equals(included)) {
            message = Messages.versionMismatchAfterRule(system, result, included == null ? "" : included, given);
        } else {
            message = Messages.versionMismatch(system, included, given);
        }
        if (error) {
            coding.findings.add(Issue.error(IssueType.INVALID, coding.at("version"), IssueKind.VS_INVALID, message));
        } else {
            coding.findings.addQuietly(
                    Issue.warning(IssueType.INVALID, coding.at("version"), IssueKind.VS_INVALID, message));
        }
        if (resources.exactCodeSystem(system, given).isEmpty()) {
            coding.findings.addUnknownSystem(
                    Canonicals.join(system, given),
                    Issue.error(
                            IssueType.NOTFOUND,
                            coding.at("system"),
                            IssueKind.NOT_FOUND,
                            Messages.unknownSystem(system, given, resources.versions(system))));
        }
    }
}
