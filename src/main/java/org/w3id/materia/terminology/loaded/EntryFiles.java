package org.w3id.materia.terminology.loaded;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3id.materia.model.Sha;
import org.w3id.materia.terminology.SharedFolder;
import org.w3id.materia.terminology.SharedFolder.SharedFile;

/** A folder of concepts, or a file of whole resources, as files that are shared. */
final class EntryFiles {
    private final Path place;

    EntryFiles(Path place) {
        this.place = place;
    }

    /** Its files, with digests. */
    List<SharedFile> files() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(place)) {
            all = files.filter(Files::isRegularFile).sorted().toList();
        }
        List<SharedFile> described = new ArrayList<>();
        for (Path file : all) {
            String path = place.relativize(file).toString().replace('\\', '/');
            described.add(new SharedFile(path, Files.size(file), digest(file)));
        }
        return described;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha.sha256();
        Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Sha.hex(digest);
    }

    /** Where one of them is. */
    Path at(SharedFile file) throws IOException {
        Path at = place.resolve(file.path()).normalize();
        if (!at.startsWith(place.normalize())) {
            throw new IOException("'" + file.path() + "' is no file of an entry");
        }
        return at;
    }

    /** Whether all are there, by their lengths. */
    boolean has(List<SharedFile> files) throws IOException {
        for (SharedFile file : files) {
            Path at = at(file);
            if (!Files.isRegularFile(at) || Files.size(at) != file.length()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies it: whole, or not at all.
     *
     * @return false where the folder has it no longer
     * @throws IOException where it cannot be written, or what comes is not what was shared
     */
    boolean copy(String name, List<SharedFile> files, SharedFolder from) throws IOException {
        EntryFiles aside = new EntryFiles(place.resolveSibling(name + LoadedTerminologies.UNFINISHED));
        LoadedTerminologies.deleteIfExists(aside.place);
        for (SharedFile file : files) {
            if (!aside.copy(name, file, from)) {
                LoadedTerminologies.deleteIfExists(aside.place);
                return false;
            }
        }
        LoadedTerminologies.deleteIfExists(place);
        Files.move(aside.place, place, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private boolean copy(String name, SharedFile file, SharedFolder from) throws IOException {
        Path at = at(file);
        Files.createDirectories(at.getParent());
        MessageDigest digest = Sha.sha256();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(at), 1 << 16), digest)) {
            if (!from.read(name, file, out)) {
                return false;
            }
        }
        if (!Sha.hex(digest).equals(file.digest())) {
            throw new IOException(name + "/" + file.path() + " has come with another content than it was shared with");
        }
        Catalogue.force(at);
        return true;
    }
}
