package org.w3id.materia.terminology.operation.validation;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/** The output parameters of {@code $validate-code}; what is null is left out. */
public final class ValidationAnswer {
    private final Parameters parameters = new Parameters();

    /** Where what the code was to be held against could not be had. */
    public static Parameters ofFailure(TerminologyFailure failure, CodedValue value) {
        Findings findings = new Findings();
        findings.add(failure.issue());
        ValidationAnswer answer = new ValidationAnswer().result(false);
        if (value.form() == CodedValue.Form.CONCEPT) {
            answer.add("codeableConcept", value.concept());
        } else {
            Coding coding = value.concept().getCodingFirstRep();
            answer.coding(coding.getSystem(), coding.getCode(), coding.getVersion());
            answer.display(coding.getDisplay());
        }
        if (failure.missingSystem() != null) {
            answer.add("x-caused-by-unknown-system", new CanonicalType(failure.missingSystem()));
        }
        return answer.findings(findings);
    }

    ValidationAnswer result(boolean result) {
        return add("result", new BooleanType(result));
    }

    ValidationAnswer coding(String system, String code, String version) {
        if (system != null) {
            add("system", new UriType(system));
        }
        if (code != null) {
            add("code", new CodeType(code));
        }
        if (version != null && !version.isEmpty()) {
            add("version", new StringType(version));
        }
        return this;
    }

    ValidationAnswer display(String display) {
        return display == null ? this : add("display", new StringType(display));
    }

    ValidationAnswer add(String name, Type value) {
        parameters.addParameter().setName(name).setValue(value);
        return this;
    }

    ValidationAnswer addResource(String name, Resource value) {
        parameters.addParameter().setName(name).setResource(value);
        return this;
    }

    Parameters findings(Findings findings) {
        if (!findings.message().isEmpty()) {
            add("message", new StringType(findings.message()));
        }
        if (!findings.isEmpty()) {
            addResource("issues", findings.outcome());
        }
        return parameters;
    }
}
