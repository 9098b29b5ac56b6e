package org.w3id.materia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.UnusableMonographException;

/** The real monographs as they are read, once for all tests of a process; a test that wants them is skipped where there are none. */
public final class Corpus {
    /**
     * A monograph of the corpus.
     *
     * @param file where it stands
     * @param monograph its sections
     * @param facts what is extracted of it
     */
    public record Reading(Path file, Monograph monograph, MonographFacts facts) {}

    private static final class Read {
        static final List<Reading> ALL =
                SharedFiles.corpus().stream().map(Read::of).toList();

        private static Reading of(Path file) {
            try {
                Monograph monograph = MonographReader.read(file.getFileName().toString(), Files.readAllBytes(file));
                return new Reading(file, monograph, FactExtractor.extract(monograph));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnusableMonographException e) {
                throw new IllegalStateException(file + ": " + e.getMessage(), e);
            }
        }
    }

    private Corpus() {}

    /** All of them, sorted by their files; skips the calling test, saying so, where there are none. */
    public static List<Reading> readings() {
        SharedFiles.require("corpus");
        return Read.ALL;
    }
}
