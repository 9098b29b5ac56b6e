package org.w3id.materia.model.pem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Files that are replaced now and then while they are used, such as a certificate and its key. They are looked at rather than watched, as
 * what renews them replaces them, or a link to their folder. What cannot be taken up, as while it is being replaced, is left until it can.
 */
public final class RenewedFiles {
    private final List<Path> files;
    private List<FileTime> used;
    private List<FileTime> seen;

    /** Takes up what the files hold now. */
    @FunctionalInterface
    public interface Taking {
        /** @throws Exception where the files are not fit for use, so that what was taken up before stays */
        void take() throws Exception;
    }

    /** @param files as they are in use from now on */
    public RenewedFiles(List<Path> files) {
        this.files = List.copyOf(files);
        used = times();
        seen = used;
    }

    /**
     * Takes the files up where they have changed since they were.
     *
     * @return whether they were
     * @throws Exception what taking them up has thrown, once for each change of them
     */
    public synchronized boolean look(Taking taking) throws Exception {
        List<FileTime> now = times();
        if (now.equals(used)) {
            return false;
        }
        boolean isNews = !now.equals(seen);
        seen = now;
        try {
            taking.take();
            used = now;
            return true;
        } catch (Exception e) {
            if (isNews) {
                throw e;
            }
            return false;
        }
    }

    /** When each was changed last; the beginning of time where it cannot be told. */
    private List<FileTime> times() {
        return files.stream().map(RenewedFiles::time).toList();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
