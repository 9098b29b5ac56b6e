package org.w3id.materia.terminology.operation.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.VersionRule.Effect;

/** What a request says of the versions to use, and which of it had a say ({@code system-version} and its kin). */
public final class VersionRules {
    private final TerminologyRequest request;
    private final Set<VersionRule> used = new LinkedHashSet<>();

    VersionRules(TerminologyRequest request) {
        this.request = request;
    }

    /** Rules that had a say in a version, for the answer to repeat. */
    public Set<VersionRule> used() {
        return used;
    }

    /** The version that the rules of the request make of a stated one (null for none). */
    public String version(String url, String stated) {
        Optional<String> forced = only(Effect.FORCE, url);
        if (forced.isPresent()) {
            return forced.get();
        }
        if (stated != null && !stated.isEmpty()) {
            return stated;
        }
        return only(Effect.DEFAULT, url)
                .or(() -> rules(url, Effect.CHECK).stream().findFirst().map(this::use))
                .orElse(null);
    }

    private List<VersionRule> rules(String url, Effect effect) {
        return request.rules().stream()
                .filter(r -> r.effect() == effect && r.url().equals(url))
                .toList();
    }

    private Optional<String> only(Effect effect, String url) {
        String version = null;
        for (VersionRule rule : rules(url, effect)) {
            if (version != null && !version.equals(rule.version())) {
                throw TerminologyFailure.invalid(Issue.error(
                        IssueType.EXCEPTION,
                        null,
                        IssueKind.VERSION_ERROR,
                        Messages.severalRules(url, version, rule.version(), effect == Effect.FORCE)));
            }
            version = use(rule);
        }
        return Optional.ofNullable(version);
    }

    private String use(VersionRule rule) {
        used.add(rule);
        return rule.version();
    }

    /** What is wrong with a version by the rules of the request. */
    public List<Issue> issues(String url, String version) {
        return rules(url, Effect.CHECK).stream()
                .filter(r -> !Versions.fits(r.version(), version))
                .map(r -> Issue.error(
                        IssueType.EXCEPTION,
                        null,
                        IssueKind.VERSION_ERROR,
                        Messages.wrongVersion(url, version == null ? "" : version, r.version())))
                .toList();
    }
}
