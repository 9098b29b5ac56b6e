package org.w3id.materia.terminology.operation.translation;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.TerminologyResources;
import org.w3id.materia.terminology.operation.validation.CodingCheck;
import org.w3id.materia.terminology.operation.validation.Findings;
import org.w3id.materia.terminology.operation.validation.MembershipCheck;
import org.w3id.materia.terminology.operation.validation.Verdict;

/** The value sets that concept maps are for (FHIR R4, ConceptMap.source[x]), and what is in them. */
public final class MapScopes {
    private final TerminologyResources resources;

    public MapScopes(TerminologyResources resources) {
        this.resources = resources;
    }

    /** Whether a map states the value set that a request names; true where the request names none. */
    static boolean isStated(String wanted, Type scope) {
        if (wanted == null) {
            return true;
        }
        String stated = scope == null ? null : scope.primitiveValue();
        return stated != null
                && Canonicals.url(stated).equals(Canonicals.url(wanted))
                && (Canonicals.version(stated) == null
                        || Versions.fits(Canonicals.version(wanted), Canonicals.version(stated)));
    }

    /**
     * Whether a coding is in a value set that the request names.
     *
     * @throws TerminologyFailure where there is no such value set
     */
    boolean has(String canonical, Coding coding) {
        return has(
                resources
                        .valueSet(canonical)
                        .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                                IssueType.NOTFOUND, null, IssueKind.NOT_FOUND, Messages.unknownValueSet(canonical)))),
                coding);
    }

    /**
     * Whether a map is for the coding: it is in the value set of the map's source, or that is not stated or not known here, so that
     * the map's own code systems have to tell.
     *
     * @param scope ConceptMap.source[x], or ConceptMap.target[x] for a translation in reverse; null where absent
     */
    boolean applies(Type scope, Coding coding) {
        return scope == null
                || !scope.hasPrimitiveValue()
                || resources
                        .valueSet(scope.primitiveValue())
                        .map(v -> mayHave(v, coding))
                        .orElse(true);
    }

    /** True also where the value set asks for what is not known here, such as a hierarchy that is not loaded. */
    private boolean mayHave(ValueSet valueSet, Coding coding) {
        try {
            return has(valueSet, coding);
        } catch (TerminologyFailure unknown) {
            return true;
        }
    }

    private boolean has(ValueSet valueSet, Coding coding) {
        return new MembershipCheck(resources, valueSet, false)
                        .prepare(List.of())
                        .check(new CodingCheck(coding, "", new Findings()))
                == Verdict.IN;
    }
}
