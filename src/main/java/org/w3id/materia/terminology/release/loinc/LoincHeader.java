package org.w3id.materia.terminology.release.loinc;

import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.SystemHeader;

/** What is said of LOINC as a whole (FHIR, "Using LOINC with FHIR": codes are not case sensitive; all codes are http://loinc.org/vs). */
final class LoincHeader {
    static final String SYSTEM = "http://loinc.org";

    /** Columns of Loinc.csv that are properties under their own names. */
    static final List<String> PROPERTIES = List.of(
            "STATUS",
            "COMPONENT",
            "PROPERTY",
            "TIME_ASPCT",
            "SYSTEM",
            "SCALE_TYP",
            "METHOD_TYP",
            "CLASS",
            "CLASSTYPE",
            "VersionLastChanged",
            "VersionFirstReleased",
            "ORDER_OBS",
            "EXAMPLE_UCUM_UNITS",
            "PanelType",
            "UNITSREQUIRED");

    private LoincHeader() {}

    static CodeSystem of(String version) {
        SystemHeader header = new SystemHeader(SYSTEM, "LOINC", "LOINC Code System")
                .version(version)
                .publisher("Regenstrief Institute, Inc.")
                .caseSensitive(false)
                .hierarchy(CodeSystemHierarchyMeaning.ISA)
                .valueSet(SYSTEM + "/vs");
        PROPERTIES.forEach(p -> header.property(p, PropertyType.STRING, "column " + p + " of the LOINC table"));
        return header.property("AnswerList", PropertyType.CODE, "answer list of a question, or lists of an answer")
                .property("PartTypeName", PropertyType.STRING, "type of a part")
                .build()
                .setCopyright("This material contains content from LOINC (http://loinc.org). LOINC is copyright "
                        + "Regenstrief Institute, Inc. and the LOINC Committee and is available at no cost under the "
                        + "license at http://loinc.org/license.");
    }
}
