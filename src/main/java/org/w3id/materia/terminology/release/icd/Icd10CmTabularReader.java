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

/** ICD-10-CM's tabular list as XML ({@code icd10cm_tabular_2024.xml}; NCHS): chapters with sections with {@code diag} elements inside one another. */
public final class Icd10CmTabularReader implements ReleaseReader {
    private static final String ROOT = "ICD10CM.tabular";

    @Override
    public String format() {
        return "ICD-10-CM tabular list XML (also in its zip)";
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
            ReleaseFile file = file(files).orElseThrow(() -> new IOException(release + " holds no tabular list."));
            TabularList list = new TabularList(file, sink);
            XmlRecords.read(file, Set.of("version", "section"), sink, list::record);
        }
    }

    private static Optional<ReleaseFile> file(ReleaseFiles files) throws IOException {
        for (ReleaseFile file : files.all()) {
            if ((files.all().size() == 1 || file.name().endsWith(".xml"))
                    && XmlRecords.root(file).equals(ROOT)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
