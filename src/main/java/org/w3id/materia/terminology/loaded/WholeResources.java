package org.w3id.materia.terminology.loaded;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.MetadataResource;

/** The file of the whole resources of a load. Kept open, it can be read when a later load has removed it. */
final class WholeResources implements Closeable {
    private final Path place;
    private final RandomAccessFile file;

    WholeResources(Path place) throws IOException {
        this.place = place;
        file = new RandomAccessFile(place.toFile(), "r");
    }

    /** @throws UncheckedIOException where it is damaged; the message names the file */
    MetadataResource read(LoadedItem item) {
        try {
            return (MetadataResource) FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(new String(bytes(item), StandardCharsets.UTF_8));
        } catch (IOException | DataFormatException e) {
            IOException damaged = Catalogue.damaged(place, e);
            throw new UncheckedIOException(damaged.getMessage(), damaged);
        }
    }

    // Not a FileChannel, which an interrupted reader would close for all.
    private synchronized byte[] bytes(LoadedItem item) throws IOException {
        byte[] json = new byte[item.location().length()];
        file.seek(item.location().offset());
        file.readFully(json);
        return json;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
