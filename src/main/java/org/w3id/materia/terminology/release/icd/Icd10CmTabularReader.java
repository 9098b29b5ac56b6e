package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.util.Set;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SingleFileReader;
import org.w3id.materia.terminology.release.XmlRecords;

/** ICD-10-CM's tabular list as XML ({@code icd10cm_tabular_2024.xml}; NCHS): chapters with sections with {@code diag} elements inside one another. */
public final class Icd10CmTabularReader extends SingleFileReader {
    private static final String ROOT = "ICD10CM.tabular";

    @Override
    public String format() {
        return "ICD-10-CM tabular list XML (also in its zip)";
    }

    @Override
    protected boolean isOfFormat(ReleaseFile file, boolean alone) throws IOException {
        return (alone || file.name().endsWith(".xml")) && XmlRecords.root(file).equals(ROOT);
    }

    @Override
    protected void read(ReleaseFile file, ReleaseSink sink) throws IOException {
        TabularList list = new TabularList(file, sink);
        XmlRecords.read(file, Set.of("version", "section"), sink, list::record);
    }
}
