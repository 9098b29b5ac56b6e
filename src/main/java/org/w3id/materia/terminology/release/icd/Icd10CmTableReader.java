package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * Categories of ICD-10-CM as a table of two columns, code without dot and quoted title: {@code A010,"Typhoid fever"}. It has no version and not
 * every code, so the code system is a fragment.
 */
public final class Icd10CmTableReader implements ReleaseReader {
    private static final Pattern ROW = Pattern.compile("([A-Z]\\d[0-9A-Z]{1,5}),\"((?:[^\"]|\"\")+)\"\\s*");

    @Override
    public String format() {
        return "ICD-10-CM category table (CSV of code and title, without header)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return files.all().size() == 1
                    && ROW.matcher(files.all().get(0).firstLine()).matches();
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        CodeSystem header = Icd10Cm.header(null).build();
        sink.system(header.setContent(CodeSystemContentMode.FRAGMENT));
        CodesByPrefix codes = new CodesByPrefix();
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseLines.read(files.all().get(0), 0, sink, line -> row(line, codes, sink));
        }
    }

    private static void row(String line, CodesByPrefix codes, ReleaseSink sink)
            throws BrokenLineException, IOException {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new BrokenLineException("A row has a code without dot, a comma and a quoted title.");
        }
        String code = row.group(1);
        if (!codes.add(code)) {
            throw new BrokenLineException(Icd10Cm.dotted(code) + " stands in an earlier row.");
        }
        ConceptBuilder concept = new ConceptBuilder(Icd10Cm.dotted(code))
                .display(row.group(2).replace("\"\"", "\"").strip())
                .kinds(Icd10Cm.kinds(code));
        codes.parent(code).map(Icd10Cm::dotted).ifPresent(concept::parent);
        sink.concept(concept.build());
    }
}
