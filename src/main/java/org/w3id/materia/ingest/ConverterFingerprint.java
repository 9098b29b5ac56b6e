package org.w3id.materia.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.w3id.materia.model.Sha;

/**
 * A name for the converter as it was built: it changes whenever a class or a conformance resource of ours does, so that an
 * index made by another build is converted anew even where the version number is the same.
 */
public final class ConverterFingerprint {
    private static final List<String> PARTS = List.of("org/w3id/materia/", "fhir-resources/");
    private static final String SAMPLES = "fhir-resources/monographs/";

    private ConverterFingerprint() {}

    /** The fingerprint of the code that runs: hex digits. */
    public static String ofThisBuild() {
        try {
            URI location = ConverterFingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path code = Path.of(location);
            return Files.isDirectory(code) ? ofFolder(code) : ofJar(code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place that code is loaded from is a file", e);
        }
    }

    /** A jar's directory holds the checksum of every entry, so nothing needs to be unpacked. */
    private static String ofJar(Path jar) throws IOException {
        MessageDigest digest = Sha.sha256();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(e -> !e.isDirectory() && counts(e.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .forEach(e -> add(digest, e.getName() + " " + e.getCrc() + "\n"));
        }
        return Sha.hex(digest);
    }

    private static String ofFolder(Path folder) throws IOException {
        MessageDigest digest = Sha.sha256();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    add(digest, name + "\n");
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return Sha.hex(digest);
    }

    private static boolean counts(String name) {
        return PARTS.stream().anyMatch(name::startsWith) && !name.startsWith(SAMPLES);
    }

    private static void add(MessageDigest digest, String s) {
        digest.update(s.getBytes(StandardCharsets.UTF_8));
    }
}
