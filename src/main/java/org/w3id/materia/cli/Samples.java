package org.w3id.materia.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** The monographs that are shipped with the program: a folder on the class path, usually inside the jar. */
final class Samples {
    private static final String FOLDER = "/fhir-resources/monographs";
    /** A file that is always there shows where the folder is: a jar need not have entries for folders. */
    private static final String ANCHOR = FOLDER + "/mogamulizumab.md";

    private Samples() {}

    /** The folder; where it lies in the jar, the jar stays open as long as the program runs. */
    static Path folder() {
        try {
            URI anchor = Samples.class.getResource(ANCHOR).toURI();
            if (!anchor.getScheme().equals("jar")) {
                return Path.of(anchor).getParent();
            }
            String inside = anchor.getRawSchemeSpecificPart();
            Path jar = Path.of(URI.create(inside.substring(0, inside.indexOf("!/"))));
            FileSystem files = FileSystems.newFileSystem(jar);
            return files.getPath(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is made of URLs that are URIs", e);
        }
    }
}
