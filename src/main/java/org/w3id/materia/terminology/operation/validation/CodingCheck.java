package org.w3id.materia.terminology.operation.validation;

import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Displays;

/** One coding on its way through a validation, and what has been found out of it. */
public final class CodingCheck {
    final Coding coding;
    final String path;
    final Findings findings;
    final Displays displays = new Displays();
    private String system;
    private String inferredSystem;
    private CodeSystemHeader header;
    private String foundVersion;
    private String normalCode;
    private boolean inactive;
    private String status;

    /** @param path of the coding; empty where there is only a code */
    public CodingCheck(Coding coding, String path, Findings findings) {
        this.coding = coding;
        this.path = path;
        this.findings = findings;
        system = coding.getSystem();
    }

    String code() {
        return coding.getCode();
    }

    /** As it was sent, or as it was inferred. */
    String system() {
        return system;
    }

    void infer(String found) {
        system = found;
        inferredSystem = found;
    }

    String inferredSystem() {
        return inferredSystem;
    }

    String version() {
        return coding.hasVersion() ? coding.getVersion() : null;
    }

    String at(String element) {
        return path.isEmpty() ? element : path + "." + element;
    }

    void use(CodeSystemHeader used) {
        header = used;
    }

    String defaultLanguage() {
        return header == null ? "en" : header.defaultLanguage();
    }

    void found(CodeSystemProvider in) {
        foundVersion = in.header().version();
    }

    /** Version of the code system in which the code is; null where it is in none. */
    String foundVersion() {
        return foundVersion;
    }

    void normalize(String right) {
        normalCode = right;
    }

    String normalCode() {
        return normalCode;
    }

    void noteState(Concept concept) {
        if (!inactive) {
            inactive = concept.isInactive();
            status = concept.status();
        }
    }

    boolean isInactive() {
        return inactive;
    }

    String status() {
        return status;
    }
}
