package org.w3id.materia.store;

import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the class path that the build runs it with into a file, for a process that is started later. */
public final class ClassPathFile {
    private ClassPathFile() {}

    public static void main(String[] arguments) throws Exception {
        URLClassLoader loader = (URLClassLoader) Thread.currentThread().getContextClassLoader();
        Files.writeString(Path.of(arguments[0]), String.join(java.io.File.pathSeparator, jars(loader)));
    }

    private static List<String> jars(URLClassLoader loader) throws URISyntaxException {
        List<String> jars = new ArrayList<>();
        for (URL each : loader.getURLs()) {
            String path = Path.of(each.toURI()).toString();
            if (path.endsWith(".jar")) {
                jars.add(path);
            }
        }
        return jars;
    }
}
