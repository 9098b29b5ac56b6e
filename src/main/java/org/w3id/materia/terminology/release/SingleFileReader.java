package org.w3id.materia.terminology.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a format of which one file says all: it stands alone, or beside others in a folder or an archive. */
public abstract class SingleFileReader implements ReleaseReader {
    /**
     * Whether a file is the one.
     *
     * @param alone whether it is the only one there, so that its name does not matter
     */
    protected abstract boolean isOfFormat(ReleaseFile file, boolean alone) throws IOException;

    /** Reads the file. */
    protected abstract void read(ReleaseFile file, ReleaseSink sink) throws IOException;

    @Override
    public final boolean recognises(Path release) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            return file(files).isPresent();
        }
    }

    @Override
    public final void read(Path release, ReleaseSink sink) throws IOException {
        try (ReleaseFiles files = ReleaseFiles.of(release)) {
            read(file(files).orElseThrow(() -> new IOException(release + " is no " + format() + ".")), sink);
        }
    }

    private Optional<ReleaseFile> file(ReleaseFiles files) throws IOException {
        boolean alone = files.all().size() == 1;
        for (ReleaseFile file : files.all()) {
            if (isOfFormat(file, alone)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
