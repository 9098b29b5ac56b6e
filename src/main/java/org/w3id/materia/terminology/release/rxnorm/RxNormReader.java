package org.w3id.materia.terminology.release.rxnorm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.DelimitedRow;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SystemHeader;

/**
 * RxNorm: a folder or zip with RXNCONSO.RRF and beside it RXNREL, RXNSAT, RXNSTY and RXNSAB where the release has them. Concepts are
 * those with a name of RxNorm's own (SAB = RXNORM); FHIR: "Using RxNorm with FHIR". The folder {@code prescribe}, which has a part of
 * the release once more, is not read where the whole is there.
 */
public final class RxNormReader implements ReleaseReader {
    static final String SYSTEM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final Pattern NAMES = Pattern.compile("(?i)RXNCONSO\\.RRF");
    private static final Pattern IN_NAME = Pattern.compile("(?i).*RxNorm_(?:full|weekly|full_prescribe)_(\\d{8}).*");
    private static final Pattern SVER = Pattern.compile("\\w+_(\\d\\d)(\\d\\d)(\\d\\d)[A-Z]*");

    @Override
    public String format() {
        return "RxNorm RRF (folder or zip with RXNCONSO.RRF)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            Optional<ReleaseFile> names = files.outermost(NAMES);
            return names.isPresent() && names.get().firstLine().split("\\|", -1).length >= RxNormRows.NAME_FIELDS;
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            RxNormRows rows = new RxNormRows();
            read(files, "RXNCONSO", sink, rows::name);
            read(files, "RXNREL", sink, rows::relation);
            read(files, "RXNSAT", sink, rows::attribute);
            read(files, "RXNSTY", sink, rows::semanticType);
            sink.system(header(rows, version(release, files)).build());
            for (long concept : rows.concepts()) {
                Optional<RxNormConcept> read = RxNormConcept.of(concept, rows);
                if (read.isPresent()) {
                    sink.concept(read.get().released(rows));
                }
            }
        }
    }

    private static void read(ReleaseFiles files, String name, ReleaseSink sink, ReleaseLines.LineReader reader)
            throws IOException {
        Optional<ReleaseFile> file = files.outermost(Pattern.compile("(?i)" + name + "\\.RRF"));
        if (file.isPresent()) {
            ReleaseLines.read(file.get(), 0, sink, reader);
        }
    }

    private static SystemHeader header(RxNormRows rows, String version) {
        SystemHeader header = new SystemHeader(SYSTEM, "RxNorm", "RxNorm")
                .version(version)
                .publisher("U.S. National Library of Medicine")
                .caseSensitive(false)
                .hierarchy(CodeSystemHierarchyMeaning.ISA)
                .valueSet(SYSTEM + "/vs")
                .property("TTY", PropertyType.CODE, "term type: IN ingredient, SCD clinical drug, DF dose form …")
                .property("SAB", PropertyType.CODE, "source that has a name of the concept")
                .property("STY", PropertyType.CODE, "semantic type (TUI)")
                .property("UNII", PropertyType.STRING, "Unique Ingredient Identifier of the FDA")
                .property("ATC", PropertyType.STRING, "code in WHO's Anatomical Therapeutic Chemical classification");
        rows.relationNames()
                .forEach(r -> header.property(r, PropertyType.CODE, "concepts that this one " + r.replace('_', ' ')));
        rows.attributeNames().forEach(a -> header.property(a, PropertyType.STRING, "attribute " + a + " of RxNorm"));
        return header;
    }

    /** The date of the release, as in the names of the files to download: MMDDYYYY. */
    private static String version(Path release, ReleaseFiles files) throws IOException {
        Optional<ReleaseFile> sources = files.outermost(Pattern.compile("(?i)RXNSAB\\.RRF"));
        if (sources.isPresent()) {
            for (String line : sources.get().head(1 << 18).lines().toList()) {
                Optional<String> version = version(line);
                if (version.isPresent()) {
                    return version.get();
                }
            }
        }
        Matcher name = IN_NAME.matcher(release.toAbsolutePath().toString());
        return name.matches() ? name.group(1) : null;
    }

    /** That of RxNorm itself in a row of RXNSAB. */
    private static Optional<String> version(String line) {
        try {
            DelimitedRow row = DelimitedRow.of(line, '|', 7);
            Matcher version = SVER.matcher(row.get(6));
            return row.get(3).equals(RxNormRows.OWN) && version.matches()
                    ? Optional.of(version.group(2) + version.group(3) + "20" + version.group(1))
                    : Optional.empty();
        } catch (BrokenLineException e) {
            return Optional.empty(); // a header or a row cut by the window that is looked at
        }
    }
}
