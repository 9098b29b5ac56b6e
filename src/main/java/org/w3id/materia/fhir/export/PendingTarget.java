package org.w3id.materia.fhir.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** A file or folder that is built beside its target and takes its name when complete. */
final class PendingTarget {
    private final Path target;
    private final Path pending;
    private final boolean folder;

    private PendingTarget(Path target, Path pending, boolean folder) {
        this.target = target;
        this.pending = pending;
        this.folder = folder;
    }

    static PendingTarget file(Path target) throws IOException {
        Path parent = parent(target);
        return new PendingTarget(target, Files.createFile(beside(parent, target)), false);
    }

    /**
     * A folder.
     *
     * @throws FileAlreadyExistsException where the target is a file, or a folder that is not empty: nothing is overwritten
     */
    static PendingTarget folder(Path target) throws IOException {
        if (Files.exists(target) && (!Files.isDirectory(target) || !isEmpty(target))) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "the target exists and is not an empty folder");
        }
        Path parent = parent(target);
        return new PendingTarget(target, Files.createDirectory(beside(parent, target)), true);
    }

    /** A new name; what has it gets the modes of any new file, which what is made for temporary use does not. */
    private static Path beside(Path parent, Path target) {
        return parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    Path path() {
        return pending;
    }

    Path complete() throws IOException {
        if (folder) {
            Files.deleteIfExists(target);
        }
        return Files.move(pending, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void discard() throws IOException {
        if (!Files.exists(pending)) {
            return;
        }
        Files.walkFileTree(pending, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path parent(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("'" + target + "' cannot be written to");
        }
        return Files.createDirectories(parent);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
