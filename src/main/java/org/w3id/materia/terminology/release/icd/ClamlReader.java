package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseFiles;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.XmlRecords;

/** WHO's ICD-10 in ClaML (EN 14463): {@code Class} elements with code, super class and rubrics. Other classifications in ClaML are refused. */
public final class ClamlReader implements ReleaseReader {
    private static final String ROOT = "ClaML";

    @Override
    public String format() {
        return "ICD-10 of WHO in ClaML (XML; also in its zip)";
    }

    @Override
    public boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return file(files).isPresent();
        }
    }

    @Override
    public void read(Path release, ReleaseSink sink) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            ReleaseFile file = file(files).orElseThrow(() -> new IOException(release + " holds no ClaML."));
            ClamlClasses classes = new ClamlClasses(sink);
            XmlRecords.read(file, Set.of("Title", "Class"), sink, classes::record);
        }
    }

    private static Optional<ReleaseFile> file(ReleaseFiles files) throws IOException {
        for (ReleaseFile file : files.all()) {
            boolean asked = files.all().size() == 1 || file.name().endsWith(".xml");
            if (asked
                    && XmlRecords.root(file).equals(ROOT)
                    && file.head(1 << 14).contains("ICD-10")) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
