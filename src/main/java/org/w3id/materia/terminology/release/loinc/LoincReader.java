package org.w3id.materia.terminology.release.loinc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.CsvRecords;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * LOINC: a folder or zip with Loinc.csv and, where the release has them, Part.csv, AnswerList.csv, LoincAnswerListLink.csv and
 * ComponentHierarchyBySystem.csv, which was MultiAxialHierarchy.csv up to 2.72; or Loinc.csv alone.
 */
public final class LoincReader implements ReleaseReader {
    private static final Pattern VERSION = Pattern.compile("(?i)loinc[_-]?(\\d\\.\\d{2})");

    @Override
    public String format() {
        return "LOINC CSV (folder or zip with Loinc.csv)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return table(files).isPresent();
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseFile table = table(files).orElseThrow(() -> new IOException(release + " holds no Loinc.csv."));
            LoincRows rows = new LoincRows(sink);
            read(files, "LoincAnswerListLink", sink, rows::answerListOf);
            read(files, "ComponentHierarchyBySystem|MultiAxialHierarchy", sink, rows::place);
            sink.system(LoincHeader.of(version(release, table)));
            CsvRecords.read(table, sink, rows::term);
            read(files, "Part", sink, rows::part);
            read(files, "AnswerList", sink, rows::answer);
            rows.end();
        }
    }

    private static Optional<ReleaseFile> table(ReleaseFiles files) throws IOException {
        for (ReleaseFile file : files.all()) {
            boolean asked = files.all().size() == 1 || file.name().equalsIgnoreCase("Loinc.csv");
            if (asked && CsvRecords.header(file).containsAll(List.of("loinc_num", "component", "long_common_name"))) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** @param name without its ending; several that mean the same stand between bars */
    private static void read(ReleaseFiles files, String name, ReleaseSink sink, CsvRecords.RecordReader reader)
            throws IOException {
        Optional<ReleaseFile> file = files.first(Pattern.compile("(?i)(?:" + name + ")\\.csv"));
        if (file.isPresent()) {
            CsvRecords.read(file.get(), sink, reader);
        }
    }

    /** The release says its version in the names of its files or folders alone, {@code Loinc_2.77}. */
    private static String version(Path release, ReleaseFile table) {
        Matcher version = VERSION.matcher(release.toAbsolutePath() + "/" + table.path());
        String last = null;
        while (version.find()) {
            last = version.group(1);
        }
        return last;
    }
}
