package org.w3id.materia.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The exports that there are, and their files: those of this process, or those of all processes on a cluster. */
interface Jobs {
    /** All of them by their ids, as they are now. */
    Map<String, ExportJob> all();

    /**
     * Keeps a new one, which the caller is to write.
     *
     * @param most how many there may be, this one included
     * @return empty where there are that many already
     * @throws IOException where it cannot be kept; it is not there then
     */
    Optional<Writing> add(ExportJob job, int most) throws IOException;

    /** The right to write the files of one that has not come to its end; empty where somebody writes them, or may. */
    Optional<Writing> takeUp(ExportJob job);

    /** Takes one out, wherever it is written. Its files go when nothing is written to them any more. */
    void remove(String id);

    /** Who knows how far one is that this process does not write. */
    String whereItIs();

    /**
     * A file of one that has come to its end.
     *
     * @param name as it is named within the export, or the same compressed
     * @throws org.w3id.materia.model.Failure not found where it has been removed meanwhile
     */
    Path file(ExportJob job, String name) throws IOException;

    /** Removes what belongs to none, where something does. */
    void tidy();

    /** The right to write the files of a job, for one at a time. */
    interface Writing extends AutoCloseable {
        /** Makes the folder that they are to be in, or empties it. */
        Path folder() throws IOException;

        /** Lets all have the job as it ended, where it is still there and nobody else has ended it. */
        void end(ExportResult result) throws IOException;

        /** Lets others take it up, where it was not ended. */
        @Override
        void close();
    }
}
