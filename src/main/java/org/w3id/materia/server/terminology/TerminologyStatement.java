package org.w3id.materia.server.terminology;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CapabilityStatementKind;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CodeSearchSupport;
import org.hl7.fhir.r4.model.TerminologyCapabilities.TerminologyCapabilitiesCodeSystemComponent;
import org.hl7.fhir.r4.model.TerminologyCapabilities.TerminologyCapabilitiesCodeSystemVersionComponent;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.ExpandOperation;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** What the terminology service says of itself (FHIR R4, TerminologyCapabilities, and 4.7.1.2). */
public final class TerminologyStatement {
    private static final String FEATURE = "http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature";
    private static final String TEST_VERSION = "http://hl7.org/fhir/uv/tx-tests/FeatureDefinition/test-version";
    private static final String SYSTEM_AS_PARAMETER =
            "http://hl7.org/fhir/uv/tx-ecosystem/FeatureDefinition/CodeSystemAsParameter";

    /** R5's element for how much of a code system there is. */
    private static final String CONTENT =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-TerminologyCapabilities.codeSystem.content";

    private TerminologyStatement() {}

    /** Adds to the capability statement what HL7's terminology tools look for. */
    public static void describe(CapabilityStatement statement) {
        statement.addInstantiates("http://hl7.org/fhir/CapabilityStatement/terminology-server");
        statement.addExtension(feature(TEST_VERSION, "1.9.0"));
        statement.addExtension(feature(SYSTEM_AS_PARAMETER, "true"));
    }

    private static Extension feature(String definition, String value) {
        Extension feature = new Extension(FEATURE);
        feature.addExtension("definition", new CanonicalType(definition));
        feature.addExtension("value", new CodeType(value));
        return feature;
    }

    /**
     * @param library what can be used
     * @param version of the program
     * @param date of the release
     */
    public static TerminologyCapabilities of(TerminologyLibrary library, String version, String date) {
        TerminologyCapabilities statement = new TerminologyCapabilities();
        statement.setVersion(version).setName("Materia").setTitle("Materia").setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType(date));
        statement.setKind(CapabilityStatementKind.INSTANCE).setCodeSearch(CodeSearchSupport.ALL);
        statement.getSoftware().setName("Materia").setVersion(version);
        statement
                .getImplementation()
                .setDescription("The code systems that this server has, and those that were loaded");
        library.codeSystems().stream().sorted().forEach(url -> describe(url, library, statement));
        statement.getExpansion().setHierarchical(true).setPaging(true).setIncomplete(false);
        statement.getExpansion().setTextFilter("The words of a display or designation, each of which may be cut short");
        statement.getValidateCode().setTranslations(true);
        statement.getTranslation().setNeedsMap(false);
        statement.getClosure().setTranslation(false);
        ExpandOperation.PARAMETERS
                .names()
                .forEach(p -> statement.getExpansion().addParameter().setName(p));
        return statement;
    }

    private static void describe(String url, TerminologyLibrary library, TerminologyCapabilities statement) {
        TerminologyCapabilitiesCodeSystemComponent system =
                statement.addCodeSystem().setUri(url);
        String used = Collections.max(library.candidates(url, null), Versions.ORDER);
        if (library.isFragment(url, used)) {
            system.addExtension(new Extension(CONTENT, new CodeType("fragment")));
        }
        List<String> named = library.versions(url).stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Versions.ORDER.reversed())
                .toList();
        for (String version : named) {
            TerminologyCapabilitiesCodeSystemVersionComponent one =
                    system.addVersion().setCode(version);
            if (version.equals(used)) {
                one.setIsDefault(true);
            }
        }
    }
}
