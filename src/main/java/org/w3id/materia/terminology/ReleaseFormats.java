package org.w3id.materia.terminology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The formats that can be loaded. */
final class ReleaseFormats {
    private static final List<ReleaseReader> ALL = List.of(new DiseaseOntologyTableReader());

    private ReleaseFormats() {}

    /**
     * The reader of a release.
     *
     * @throws UnusableReleaseException where there is none, or nothing to read
     */
    static ReleaseReader of(Path release) throws UnusableReleaseException {
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
