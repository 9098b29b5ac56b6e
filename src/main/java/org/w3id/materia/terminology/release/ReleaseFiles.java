package org.w3id.materia.terminology.release;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a release: a file itself, those below a folder, or those in a zip, which is read where it lies. */
public final class ReleaseFiles implements Closeable {
    private static final int DEEPEST = 12;

    private final List<ReleaseFile> all;
    private final Closeable archive;

    private ReleaseFiles(List<ReleaseFile> all, Closeable archive) {
        this.all = all;
        this.archive = archive;
    }

    /** Those of a release, which is held open until this is closed. */
    public static ReleaseFiles of(Path release) throws IOException {
        if (Files.isDirectory(release)) {
            try (Stream<Path> below = Files.walk(release, DEEPEST)) {
                return new ReleaseFiles(
                        below.filter(Files::isRegularFile)
                                .sorted()
                                .map(ReleaseFiles::plain)
                                .toList(),
                        () -> {});
            }
        }
        return isZip(release) ? zip(release) : new ReleaseFiles(List.of(plain(release)), () -> {});
    }

    /** All, in order of their paths. */
    public List<ReleaseFile> all() {
        return all;
    }

    /** Those whose whole name is of this form. */
    public List<ReleaseFile> named(Pattern name) {
        return all.stream().filter(f -> name.matcher(f.name()).matches()).toList();
    }

    /** The first whose whole name is of this form. */
    public Optional<ReleaseFile> first(Pattern name) {
        return named(name).stream().findFirst();
    }

    /** The one in the fewest folders whose whole name is of this form: a release may have a part of itself in a folder of its own. */
    public Optional<ReleaseFile> outermost(Pattern name) {
        return named(name).stream()
                .min(Comparator.comparingLong(
                        f -> f.path().chars().filter(c -> c == '/').count()));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static ReleaseFile plain(Path file) {
        return new ReleaseFile(file.toString(), 1, () -> Files.newInputStream(file));
    }

    private static boolean isZip(Path release) throws IOException {
        try (InputStream in = Files.newInputStream(release)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        }
    }

    private static ReleaseFiles zip(Path release) throws IOException {
        ZipFile zip = new ZipFile(release.toFile());
        List<ReleaseFile> entries = zip.stream()
                .filter(e -> !e.isDirectory() && !e.getName().startsWith("__MACOSX/"))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .map(e -> entry(release, zip, e))
                .toList();
        return new ReleaseFiles(entries, zip);
    }

    private static ReleaseFile entry(Path release, ZipFile zip, ZipEntry entry) {
        double share = entry.getSize() > 0 ? (double) entry.getCompressedSize() / entry.getSize() : 1;
        return new ReleaseFile(release + "!/" + entry.getName(), share, () -> zip.getInputStream(entry));
    }
}
