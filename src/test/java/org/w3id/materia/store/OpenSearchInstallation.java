package org.w3id.materia.store;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * OpenSearch as the tests start it, put together once in a build, which runs this with OpenSearch's own class path: the program of a node
 * as a jar, the class path of both in a file, and an archive of the classes that a start loads, with which it takes less than half of
 * the processor's time.
 */
public final class OpenSearchInstallation {
    private static final Path SOURCE = Path.of("src", "test", "cluster", "OpenSearchNode.java");
    private static final String STARTED = "started";

    private final Path folder;

    private OpenSearchInstallation(Path folder) {
        this.folder = folder;
    }

    /** The one that the build leaves in {@code target}. */
    static OpenSearchInstallation ofThisBuild() {
        return new OpenSearchInstallation(Path.of("target"));
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws Exception {
        OpenSearchInstallation installation = new OpenSearchInstallation(Path.of(arguments[0]));
        URLClassLoader loader = (URLClassLoader) Thread.currentThread().getContextClassLoader();
        List<String> jars = jars(loader);
        Path program = installation.compile(String.join(File.pathSeparator, jars));
        jars.add(0, program.toString());
        Files.writeString(installation.classPath(), String.join(File.pathSeparator, jars));
        installation.train();
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

    /** A jar, because the archive can be made of nothing else. */
    private Path compile(String classPath) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("opensearch-node"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", classes.toString(), SOURCE.toString());
        if (status != 0) {
            throw new IllegalStateException(SOURCE + " was not compiled");
        }
        Path jar = folder.resolve("opensearch-node.jar").toAbsolutePath();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new JarEntry(file.getFileName().toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** Starts a node, and ends it. */
    private void train() throws IOException, InterruptedException {
        Files.deleteIfExists(archive());
        Path home = Files.createTempDirectory(folder.toAbsolutePath(), "opensearch");
        Process node = start(home, List.of("0", "0"), "-XX:ArchiveClassesAtExit=" + archive());
        awaitStart(node, home);
        node.getOutputStream().close();
        node.waitFor();
        if (!Files.exists(archive())) {
            throw new IllegalStateException("No archive was written; see " + log(home));
        }
    }

    /** Whether a build has put it together. */
    boolean isThere() {
        return Files.exists(classPath());
    }

    private Path classPath() {
        return folder.resolve("opensearch.classpath");
    }

    private Path archive() {
        return folder.resolve("opensearch.jsa");
    }

    /**
     * Starts a cluster of one node.
     *
     * @param ports of HTTP and of the transport
     */
    Process start(Path home, List<String> ports) throws IOException {
        return start(home, ports, "-XX:SharedArchiveFile=" + archive());
    }

    private Process start(Path home, List<String> ports, String archive) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // What starts and ends is faster without the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                archive,
                "-cp",
                Files.readString(classPath()),
                "OpenSearchNode",
                home.toString()));
        command.addAll(ports);
        return new ProcessBuilder(command).redirectError(log(home).toFile()).start();
    }

    /** Returns when the node answers. */
    static void awaitStart(Process node, Path home) {
        Scanner lines = new Scanner(node.getInputStream(), StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            if (lines.nextLine().equals(STARTED)) {
                return;
            }
        }
        throw new IllegalStateException("OpenSearch did not start; see " + log(home));
    }

    private static Path log(Path home) {
        return home.resolve("error.log");
    }
}
