package org.w3id.materia.terminology.loaded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.atc.AtcReader;
import org.w3id.materia.terminology.release.disease.DiseaseOntologyTableReader;
import org.w3id.materia.terminology.release.disease.OboReader;
import org.w3id.materia.terminology.release.fhir.FhirPackageReader;
import org.w3id.materia.terminology.release.fhir.FhirReleaseReader;
import org.w3id.materia.terminology.release.icd.ClamlReader;
import org.w3id.materia.terminology.release.icd.Icd10CmOrderReader;
import org.w3id.materia.terminology.release.icd.Icd10CmTableReader;
import org.w3id.materia.terminology.release.icd.Icd10CmTabularReader;
import org.w3id.materia.terminology.release.loinc.LoincReader;
import org.w3id.materia.terminology.release.mesh.MeshAsciiReader;
import org.w3id.materia.terminology.release.mesh.MeshXmlReader;
import org.w3id.materia.terminology.release.rxnorm.RxNormReader;
import org.w3id.materia.terminology.release.snomed.SnomedReader;
import org.w3id.materia.terminology.release.unii.UniiReader;

/** The formats that can be loaded. */
public final class ReleaseFormats {
    /** A folder or zip may also hold FHIR files beside a release of its own format, so FHIR files come last. */
    private static final List<ReleaseReader> ALL = List.of(
            new DiseaseOntologyTableReader(),
            new OboReader(),
            new RxNormReader(),
            new SnomedReader(),
            new LoincReader(),
            new MeshXmlReader(),
            new MeshAsciiReader(),
            new UniiReader(),
            new AtcReader(),
            new Icd10CmOrderReader(),
            new Icd10CmTabularReader(),
            new Icd10CmTableReader(),
            new ClamlReader(),
            new FhirPackageReader(),
            new FhirReleaseReader());

    private ReleaseFormats() {}

    /**
     * The reader of a release.
     *
     * @throws UnusableReleaseException where there is none, or nothing to read
     */
    public static ReleaseReader of(Path release) throws UnusableReleaseException {
        if (!Files.exists(release)) {
            throw new UnusableReleaseException(release + " does not exist");
        }
        try {
            for (ReleaseReader reader : ALL) {
                if (reader.recognises(release)) {
                    return reader;
                }
            }
        } catch (IOException e) {
            throw new UnusableReleaseException(release + " cannot be read: " + e, e);
        }
        throw new UnusableReleaseException(release + " is no release of a known format. Known: "
                + ALL.stream().map(ReleaseReader::format).collect(Collectors.joining("; ")));
    }
}
