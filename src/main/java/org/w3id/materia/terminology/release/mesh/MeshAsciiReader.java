package org.w3id.materia.terminology.release.mesh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.terminology.release.BrokenLineException;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseLines;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;

/** MeSH descriptors as ASCII ({@code d2024.bin}; NLM, "MeSH Data Elements"): records that {@code *NEWRECORD} begins. */
public final class MeshAsciiReader implements ReleaseReader {
    private static final Pattern YEAR = Pattern.compile("d(\\d{4})");

    @Override
    public String format() {
        return "MeSH descriptors ASCII (d2024.bin)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            String head = files.all().size() == 1 ? files.all().get(0).head(1 << 10) : "";
            return head.stripLeading().startsWith(MeshAsciiRecords.NEW) && head.contains("RECTYPE = D");
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        MeshDescriptors descriptors = new MeshDescriptors();
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseFile file = files.all().get(0);
            MeshAsciiRecords records = new MeshAsciiRecords(descriptors);
            ReleaseLines.read(file, 0, sink, records::line);
            try {
                records.end();
            } catch (BrokenLineException e) {
                sink.finding(ReleaseLines.broken(file, 0, "At the end of the file: " + e.getMessage()));
            }
            Matcher year = YEAR.matcher(file.name());
            descriptors.give(year.find() ? year.group(1) : null, sink);
        }
    }
}
