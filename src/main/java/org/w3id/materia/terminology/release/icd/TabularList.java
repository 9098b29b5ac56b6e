package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
        List<XmlElement> diagnoses = record.all("diag").toList();
        // A section of one category has its code: there the category is the concept, as data use it.
        boolean isCategory =
                diagnoses.size() == 1 && diagnoses.get(0).text("name").equals(id);
        if (!isCategory) {
            sink.concept(new ConceptBuilder(id)
                    .display(record.text("desc"))
                    .grouping(true)
                    .build());
        }
        for (XmlElement diagnosis : diagnoses) {
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

    private void diagnosis(XmlElement diagnosis, String parent, SeventhCharacters ofParent) throws IOException {
        String name = diagnosis.text("name");
        if (!Icd10Cm.isCode(name)) {
            sink.finding(ReleaseLines.broken(file, diagnosis.line(), "'" + name + "' is no code of ICD-10-CM."));
            return;
        }
        String code = Icd10Cm.dotted(name);
        Optional<SeventhCharacters> own = seventh(diagnosis);
        SeventhCharacters seven = own.orElse(ofParent);
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

    /** Those that a diagnosis defines; where it is not understood which of its codes have them, none is made up. */
    private Optional<SeventhCharacters> seventh(XmlElement diagnosis) {
        try {
            return SeventhCharacters.of(diagnosis);
        } catch (BrokenLineException e) {
            sink.finding(ReleaseLines.broken(file, diagnosis.line(), e.getMessage()));
            return Optional.of(SeventhCharacters.NONE);
        }
    }

    private void extensions(String code, String display, SeventhCharacters seven) throws IOException {
        String plain = code.replace(".", "");
        String filled = plain + "X".repeat(Math.max(0, 6 - plain.length()));
        if (filled.length() != 6) {
            return;
        }
        for (XmlElement extension : seven.of(filled)) {
            String character = extension.attribute("char");
            if (character.length() == 1) {
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
