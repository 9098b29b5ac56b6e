package org.w3id.materia.terminology.operation.issue;

import java.util.Locale;

/** What an issue is about, as a code of HL7's tx-issue-type. */
public enum IssueKind {
    CANNOT_INFER,
    CODE_COMMENT,
    CODE_RULE,
    DISPLAY_COMMENT,
    INVALID_CODE,
    INVALID_DATA,
    INVALID_DISPLAY,
    NOT_FOUND,
    NOT_IN_VS,
    STATUS_CHECK,
    THIS_CODE_NOT_IN_VS,
    VERSION_ERROR,
    VS_INVALID;

    static final String SYSTEM = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type";

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
