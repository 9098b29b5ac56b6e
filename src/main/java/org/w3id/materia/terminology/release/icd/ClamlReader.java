package org.w3id.materia.terminology.release.icd;

import java.io.IOException;
import java.util.Set;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.SingleFileReader;
import org.w3id.materia.terminology.release.XmlRecords;

/** WHO's ICD-10 in ClaML (EN 14463): {@code Class} elements with code, super class and rubrics. Other classifications in ClaML are refused. */
public final class ClamlReader extends SingleFileReader {
    private static final String ROOT = "ClaML";

    @Override
    public String format() {
        return "ICD-10 of WHO in ClaML (XML; also in its zip)";
    }

    @Override
    protected boolean isOfFormat(ReleaseFile file, boolean alone) throws IOException {
        return (alone || file.name().endsWith(".xml"))
                && XmlRecords.root(file).equals(ROOT)
                && file.head(1 << 14).contains("ICD-10");
    }

    @Override
    protected void read(ReleaseFile file, ReleaseSink sink) throws IOException {
        ClamlClasses classes = new ClamlClasses(sink);
        XmlRecords.read(file, Set.of("Title", "Class"), sink, classes::record);
    }
}
