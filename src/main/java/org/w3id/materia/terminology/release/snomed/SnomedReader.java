package org.w3id.materia.terminology.release.snomed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.DelimitedRow;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SystemHeader;

/**
 * SNOMED CT: a folder or zip with the snapshot files of one edition. Full and Delta files beside them are not read. Inactive
 * concepts are kept.
 */
public final class SnomedReader implements ReleaseReader {
    static final String SYSTEM = "http://snomed.info/sct";
    private static final Pattern CONCEPTS = Pattern.compile("x?sct2_Concept_\\w*Snapshot[\\w-]*\\.txt");
    private static final Pattern DESCRIPTIONS =
            Pattern.compile("x?sct2_(Description|TextDefinition)_\\w*Snapshot[\\w-]*\\.txt");
    private static final Pattern RELATIONSHIPS =
            Pattern.compile("x?sct2_Relationship(ConcreteValues)?_\\w*Snapshot[\\w-]*\\.txt");
    private static final Pattern LANGUAGES = Pattern.compile("x?der2_cRefset_\\w*Language\\w*Snapshot[\\w-]*\\.txt");
    private static final Pattern REFSETS =
            Pattern.compile("x?der2_\\w*Refset_(?!\\w*Language)\\w*Snapshot[\\w-]*\\.txt");
    private static final String CONCEPT_HEADER = "id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId";

    @Override
    public String format() {
        return "SNOMED CT RF2 snapshot (folder or zip with sct2_Concept_Snapshot_…)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            List<ReleaseFile> concepts = files.named(CONCEPTS);
            return !concepts.isEmpty() && concepts.get(0).firstLine().startsWith(CONCEPT_HEADER);
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            SnomedRows rows = new SnomedRows();
            read(files, LANGUAGES, sink, rows::language);
            read(files, DESCRIPTIONS, sink, rows::description);
            rows.forgetLanguages();
            read(files, RELATIONSHIPS, sink, rows::relationship);
            SnomedVersion version = new SnomedVersion(files.named(CONCEPTS));
            for (ReleaseFile file : files.named(REFSETS)) {
                boolean modules = file.name().contains("ModuleDependency");
                ReleaseLines.read(file, 1, sink, line -> {
                    rows.member(line);
                    if (modules) {
                        version.dependency(line);
                    }
                });
            }
            sink.system(header(rows, version));
            read(files, CONCEPTS, sink, line -> {
                DelimitedRow row = DelimitedRow.of(line, '\t', 5);
                long id = row.number(0, "id");
                sink.concept(new SnomedConcept(id, row, rows).released());
            });
        }
    }

    private static void read(ReleaseFiles files, Pattern names, ReleaseSink sink, ReleaseLines.LineReader reader)
            throws IOException {
        for (ReleaseFile file : files.named(names)) {
            ReleaseLines.read(file, 1, sink, reader);
        }
    }

    private static CodeSystem header(SnomedRows rows, SnomedVersion version) {
        SystemHeader header = new SystemHeader(SYSTEM, "SNOMED_CT", "SNOMED CT")
                .version(version.uri())
                .publisher("SNOMED International")
                .caseSensitive(true)
                .hierarchy(CodeSystemHierarchyMeaning.ISA)
                .valueSet(SYSTEM + "?fhir_vs")
                .property("moduleId", PropertyType.CODE, "module that the concept is maintained in")
                .property("effectiveTime", PropertyType.STRING, "date of the last change, YYYYMMDD")
                .property("sufficientlyDefined", PropertyType.BOOLEAN, "whether the concept is fully defined")
                .property("memberOf", PropertyType.CODE, "reference set that the concept is in")
                .property("referenceSet", PropertyType.BOOLEAN, "whether the concept is a reference set with members")
                .property("roleGroup", PropertyType.STRING, "attributes that hold together: type=value, …");
        for (long attribute : rows.attributes()) {
            PropertyType type = rows.isConcrete(attribute) ? PropertyType.STRING : PropertyType.CODE;
            header.property(Long.toString(attribute), type, SnomedConcept.display(attribute, rows));
        }
        CodeSystem built = header.build();
        built.setLanguage("en");
        return built;
    }
}
