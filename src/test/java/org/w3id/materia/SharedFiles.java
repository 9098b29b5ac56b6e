package org.w3id.materia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real inputs that stand beside a checkout and are not part of it; a test that wants them is skipped where they are absent. */
public final class SharedFiles {
    private static final Path ROOT = Path.of("..", "shared");

    private SharedFiles() {}

    /** The file or folder of that name; skips the calling test, saying so, where there is none. */
    public static Path require(String name) {
        Path path = ROOT.resolve(name);
        if (!Files.exists(path)) {
            System.out.println("SKIPPED: this test reads " + path + ", which is not here");
        }
        Assumptions.assumeTrue(Files.exists(path), () -> path + " is not here");
        return path;
    }

    /** All monographs of the real collection, sorted. */
    public static List<Path> corpus() {
        try (Stream<Path> files = Files.walk(require("corpus"))) {
            return files.filter(p -> p.toString().endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
