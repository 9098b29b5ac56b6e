package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SystemHeader;
import org.w3id.materia.terminology.release.XmlElement;

/**
 * Gives the concepts of the tabular list as its sections come. Codes with a seventh character are not written out there; they are made
 * of {@code sevenChrDef}, with X in the places between (ICD-10-CM Official Guidelines, I.A.4 and I.A.5). Inclusion terms
 * are properties and no designations, since in a residual class ("other specified …") they name parts of it.
 */
final class TabularList {
    private static final String[] NOTES = {
        "inclusionTerm", "includes", "excludes1", "excludes2", "codeFirst", "codeAlso", "useAdditionalCode", "notes"
    };

    private final ReleaseFile file;
    private final ReleaseSink sink;
    private String version;
    private boolean begun;

    TabularList(ReleaseFile file, ReleaseSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Takes the version, or a section. */
    void record(XmlElement record) throws BrokenLineException, IOException {
        if (record.name().equals("version")) {
            version = version == null ? record.text() : version;
            return;
        }
        if (!begun) {
            sink.system(header());
            begun = true;
        }
        String id = record.attribute("id");
        if (id.isEmpty()) {
            throw new BrokenLineException("A section has no id.");
        }
        sink.concept(new ConceptBuilder(id)
                .display(record.text("desc"))
                .grouping(true)
                .build());
        for (XmlElement diagnosis : record.all("diag").toList()) {
            diagnosis(diagnosis, id, null);
        }
    }

    private CodeSystem header() {
        SystemHeader header = Icd10Cm.header(version);
        for (String note : NOTES) {
            header.property(note, PropertyType.STRING, "note of the tabular list");
        }
        return header.build();
    }

    private void diagnosis(XmlElement diagnosis, String parent, XmlElement sevenOfParent) throws IOException {
        String name = diagnosis.text("name");
        if (!Icd10Cm.isCode(name)) {
            sink.finding(ReleaseLines.broken(file, diagnosis.line(), "'" + name + "' is no code of ICD-10-CM."));
            return;
        }
        String code = Icd10Cm.dotted(name);
        XmlElement seven = diagnosis.all("sevenChrDef").findFirst().orElse(sevenOfParent);
        boolean leaf = diagnosis.all("diag").findAny().isEmpty();
        ConceptBuilder concept = new ConceptBuilder(code)
                .display(diagnosis.text("desc"))
                .parent(parent)
                .kinds(Icd10Cm.kinds(code))
                .bool("billable", leaf && seven == null);
        for (String note : NOTES) {
            diagnosis.path(note, "note").forEach(n -> concept.string(note, n.text()));
        }
        sink.concept(concept.build());
        for (XmlElement inner : diagnosis.all("diag").toList()) {
            diagnosis(inner, code, seven);
        }
        if (leaf && seven != null) {
            extensions(code, diagnosis.text("desc"), seven);
        }
    }

    private void extensions(String code, String display, XmlElement seven) throws IOException {
        String plain = code.replace(".", "");
        String filled = plain + "X".repeat(Math.max(0, 6 - plain.length()));
        for (XmlElement extension : seven.all("extension").toList()) {
            String character = extension.attribute("char");
            if (character.length() == 1 && filled.length() == 6) {
                sink.concept(new ConceptBuilder(Icd10Cm.dotted(filled + character))
                        .display(display + ", " + extension.text())
                        .parent(code)
                        .kinds(Icd10Cm.kinds(code))
                        .bool("billable", true)
                        .build());
            }
        }
    }
}
