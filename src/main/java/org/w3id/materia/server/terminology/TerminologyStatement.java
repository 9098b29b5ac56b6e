package org.w3id.materia.server.terminology;

import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CapabilityStatementKind;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CodeSearchSupport;

/** What the terminology service says of itself (FHIR R4, TerminologyCapabilities, and 4.7.1.2). */
public final class TerminologyStatement {
    private static final String FEATURE = "http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature";
    private static final String TEST_VERSION = "http://hl7.org/fhir/uv/tx-tests/FeatureDefinition/test-version";
    private static final String SYSTEM_AS_PARAMETER =
            "http://hl7.org/fhir/uv/tx-ecosystem/FeatureDefinition/CodeSystemAsParameter";
    private static final List<String> EXPANSION_PARAMETERS = List.of(
            "activeOnly",
            "check-system-version",
            "count",
            "displayLanguage",
            "excludeNested",
            "force-system-version",
            "includeDefinition",
            "includeDesignations",
            "offset",
            "property",
            "system-version",
            "tx-resource");

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
     * @param systems canonicals of the code systems
     * @param version of the program
     * @param date of the release
     */
    public static TerminologyCapabilities of(List<String> systems, String version, String date) {
        TerminologyCapabilities statement = new TerminologyCapabilities();
        statement.setVersion(version).setName("Materia").setTitle("Materia").setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType(date));
        statement.setKind(CapabilityStatementKind.INSTANCE).setCodeSearch(CodeSearchSupport.ALL);
        systems.forEach(s -> statement.addCodeSystem().setUri(s));
        statement.getExpansion().setHierarchical(true).setPaging(true);
        EXPANSION_PARAMETERS.forEach(
                p -> statement.getExpansion().addParameter().setName(p));
        return statement;
    }
}
