package org.w3id.materia.terminology.operation.request;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/**
 * The parameters of an operation. What is in none of the three sets is not known, and told to the client: it may be a misspelt one.
 *
 * @param understood those that have their effect, or none because of what the operation is
 * @param echoed those of them that an expansion repeats
 * @param refused those of the specification that this server cannot honour
 */
public record ParameterTable(Set<String> understood, Set<String> echoed, Set<String> refused) {
    /** What becomes of parameters that are not known. */
    public enum Unknown {
        REFUSED,
        PASSED_OVER
    }

    /** Taken by every operation: what comes along with a request, and the rules of {@link VersionRule}. */
    private static final Set<String> EVERYWHERE = Set.of(
            "profile",
            "tx-resource",
            "system-version",
            "check-system-version",
            "force-system-version",
            "default-valueset-version",
            "check-valueset-version",
            "force-valueset-version");

    /** What HL7's tools send with every request for their own purposes, and which changes no answer here. */
    private static final Set<String> OF_TOOLS = Set.of(
            "cache-control",
            "cache-id",
            "default-to-latest-version",
            "diagnostics",
            "mode",
            "no-cache",
            "profile-url",
            "uuid");

    /** Names that begin with it are about the form of an answer, and not of the operation. */
    private static final String FORM = "_";

    public ParameterTable {
        understood = Set.copyOf(understood);
        echoed = Set.copyOf(echoed);
        refused = Set.copyOf(refused);
    }

    /** A table with those that every operation takes. */
    public static ParameterTable of(String... understood) {
        return new ParameterTable(EVERYWHERE, Set.of(), Set.of()).and(understood);
    }

    /** With more that are understood. */
    public ParameterTable and(String... more) {
        return new ParameterTable(joined(understood, more), echoed, refused);
    }

    /** With more that are understood and repeated. */
    public ParameterTable echoing(String... names) {
        return new ParameterTable(joined(understood, names), joined(echoed, names), refused);
    }

    /** With these in place of what was refused before. */
    public ParameterTable refusing(String... names) {
        return new ParameterTable(understood, echoed, Set.of(names));
    }

    private static Set<String> joined(Set<String> some, String... more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /**
     * Looks at what a client sent.
     *
     * @throws TerminologyFailure where a parameter cannot be honoured, or is not known and not to be passed over
     */
    public void check(Parameters parameters, Unknown unknown) {
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            String name = String.valueOf(parameter.getName());
            if (refused.contains(name)) {
                throw failure(IssueType.NOTSUPPORTED, "The parameter '" + name + "' is not supported by this system");
            }
            if (unknown == Unknown.REFUSED && !isKnown(name)) {
                throw failure(IssueType.INVALID, "There is no parameter '" + name + "' here. There are: " + known());
            }
        }
    }

    private boolean isKnown(String name) {
        return understood.contains(name) || OF_TOOLS.contains(name) || name.startsWith(FORM);
    }

    private String known() {
        return new TreeSet<>(understood).stream().collect(Collectors.joining(", "));
    }

    private static TerminologyFailure failure(IssueType type, String text) {
        return TerminologyFailure.invalid(Issue.error(type, null, null, Messages.plain(text)));
    }

    /** In the order of the alphabet. */
    public List<String> names() {
        return List.copyOf(new TreeSet<>(understood));
    }
}
