package org.w3id.materia.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/**
 * The {@code .md} files under one or several folders, in an order that depends on their names alone. Links are followed;
 * hidden files and folders ({@code .git}) are passed over, as is what does not end in {@code .md}. What keeps a repository
 * and describes no medicine by its name ({@code README.md}, {@code CHANGELOG.md}) is reported and passed over.
 */
public final class MonographFolders {
    /** Largest file that is read, in bytes; the longest monographs known are under 100 kB. */
    public static final long LARGEST_FILE = 4L << 20;

    /** Files that repositories have by convention, with whatever ends their names ("README.de.md", "LICENSE-DATA.md"). */
    private static final Pattern OF_A_REPOSITORY = Pattern.compile(
            "(?i)(?:readme|changelog|changes|history|news|contributing|contributors|authors|maintainers|codeowners"
                    + "|code[_-]of[_-]conduct|licen[cs]e|copying|notice|security|support|governance|roadmap|todo"
                    + "|pull[_-]request[_-]template|issue[_-]template)(?:[._-].*)?\\.md");

    /**
     * What a look at the folders found.
     *
     * @param files one for each monograph id
     * @param folders every folder that was read, for a watcher
     * @param findings what could not be taken
     */
    public record Listing(List<MonographFile> files, List<Path> folders, List<Finding> findings) {
        public Listing {
            files = List.copyOf(files);
            folders = List.copyOf(folders);
            findings = List.copyOf(findings);
        }

        /** The ids of all monographs. */
        public Set<String> ids() {
            return files.stream().map(MonographFile::id).collect(Collectors.toUnmodifiableSet());
        }
    }

    private final List<MonographFile> files = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Path> visited = new HashSet<>();
    private final Map<String, MonographFile> byId = new HashMap<>();

    private MonographFolders() {}

    /**
     * Looks through the folders, each with what is below it. Of several files with one monograph id the first is taken: by
     * the order of the folders, then by path.
     *
     * @throws UnusableFolderException where one of the folders does not exist or cannot be read. What is below them and
     *     cannot be read is a finding instead
     */
    public static Listing list(List<Path> roots) throws UnusableFolderException {
        MonographFolders search = new MonographFolders();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new UnusableFolderException(root, "it does not exist.");
            }
            if (!Files.isDirectory(root)) {
                throw new UnusableFolderException(root, "it is not a folder.");
            }
            try {
                search.folder(root, "");
            } catch (IOException e) {
                throw new UnusableFolderException(root, "it cannot be read (" + e + ").");
            }
        }
        return new Listing(search.files, search.folders, search.findings);
    }

    private void folder(Path folder, String prefix) throws IOException {
        if (!visited.add(folder.toRealPath())) {
            report(
                    Severity.WARNING,
                    prefix,
                    "folder-linked-again",
                    "The folder is a link to one that is read already.");
            return;
        }
        List<Path> entries = entries(folder);
        folders.add(folder);
        for (Path entry : entries) {
            String path = prefix + name(entry);
            if (name(entry).startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                subfolder(entry, path + "/");
            } else if (path.endsWith(".md")) {
                file(entry, path);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted(Comparator.comparing(MonographFolders::name)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void subfolder(Path folder, String prefix) {
        try {
            folder(folder, prefix);
        } catch (IOException e) {
            report(Severity.ERROR, prefix, "folder-unreadable", "The folder cannot be read (" + e + ").");
        }
    }

    private void file(Path entry, String path) {
        if (Files.isSymbolicLink(entry) && Files.notExists(entry)) {
            report(Severity.ERROR, path, "dangling-link", "The link leads nowhere.");
        } else if (!Files.isRegularFile(entry)) {
            report(Severity.ERROR, path, "not-a-file", "This is neither a file nor a folder.");
        } else if (OF_A_REPOSITORY.matcher(name(entry)).matches()) {
            report(
                    Severity.INFORMATION,
                    path,
                    "not-a-monograph",
                    "By its name the file belongs to the repository and describes no medicine; it is not served.");
        } else if (!Files.isReadable(entry)) {
            report(Severity.ERROR, path, "file-unreadable", "The file cannot be read: permission is missing.");
        } else if (size(entry) > LARGEST_FILE) {
            report(Severity.ERROR, path, "too-large", "The file has more than " + LARGEST_FILE + " bytes.");
        } else {
            take(new MonographFile(path, entry));
        }
    }

    /** A file that goes away at this moment is found missing when it is read. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private void take(MonographFile file) {
        MonographFile first = byId.putIfAbsent(file.id(), file);
        if (first == null) {
            files.add(file);
            return;
        }
        report(
                Severity.ERROR,
                file.path(),
                "duplicate-id",
                file.file() + " is not served: its id '" + file.id() + "' belongs to " + first.file() + ".");
    }

    private void report(Severity severity, String path, String code, String message) {
        findings.add(new Finding(severity, path, 0, code, message));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
