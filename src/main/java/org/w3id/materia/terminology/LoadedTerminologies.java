package org.w3id.materia.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.Finding;

/**
 * The terminologies in a data directory: a file for each code system and version. A load writes a new file and puts it in the old one's place in
 * one step, so that a reader, or a start after a crash, finds the one or the other. Loads of one directory must not overlap.
 */
public final class LoadedTerminologies {
    private static final String FOLDER = "terminologies";
    private static final String SUFFIX = ".concepts";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    private LoadedTerminologies(Path folder) {
        this.folder = folder;
    }

    /** Those of a data directory, which need not exist. */
    public static LoadedTerminologies in(Path data) {
        return new LoadedTerminologies(data.resolve(FOLDER));
    }

    /**
     * Loads a release; an earlier one of the same code system and version is replaced.
     *
     * @throws UnusableReleaseException where it is of no known format, cannot be read, or holds no concept; nothing is
     *     changed then
     * @throws UncheckedIOException where the data directory cannot be written; nothing is changed then
     */
    public LoadReport load(Path release, LoadListener listener) throws UnusableReleaseException {
        ReleaseReader reader = ReleaseFormats.of(release);
        try {
            ReleasedSystem system = reader.system(release);
            Files.createDirectories(folder);
            String name = system.name() + system.version().map(v -> "-" + v).orElse("");
            Path target = folder.resolve(name.replaceAll("[^A-Za-z0-9.-]", "_") + SUFFIX);
            Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
            listener.started(release.toString(), Files.size(release));
            Collected collected = new Collected(listener);
            try (ConceptFile.Writer writer = new ConceptFile.Writer(unfinished, system)) {
                collected.writer = writer;
                reader.read(release, collected);
                writer.end();
            }
            listener.ended();
            if (collected.concepts == 0) {
                Files.delete(unfinished);
                throw new UnusableReleaseException(release + " holds no concept: " + collected.findings.size()
                        + " lines are not as the format has them");
            }
            boolean changed = put(unfinished, target);
            return new LoadReport(system, collected.concepts, collected.crossReferences, changed, collected.findings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + release + " into " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * All concepts by the kinds of phrases that they may code.
     *
     * @throws UncheckedIOException where a file cannot be read or is damaged; the message names it
     */
    public Map<PhraseKind, List<NamedConcept>> concepts() {
        Map<PhraseKind, List<NamedConcept>> byKind = new EnumMap<>(PhraseKind.class);
        for (Path file : files()) {
            try {
                ConceptFile.Content content = ConceptFile.read(file);
                content.system().kinds().forEach(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>())
                        .addAll(content.concepts()));
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
        return byKind;
    }

    /** Changes whenever what is loaded does: hex digits, or nothing where nothing is loaded. */
    public String fingerprint() {
        List<Path> files = files();
        if (files.isEmpty()) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file in its place for good; false where the same one stands there. */
    private static boolean put(Path unfinished, Path target) throws IOException {
        if (Files.exists(target) && Files.mismatch(unfinished, target) == -1) {
            Files.delete(unfinished);
            return false;
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true); // before the name is, or a power cut could leave the name alone
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Writes the concepts and counts. */
    private static final class Collected implements ConceptSink {
        private final LoadListener listener;
        private final List<Finding> findings = new ArrayList<>();
        private ConceptFile.Writer writer;
        private int concepts;
        private int crossReferences;

        Collected(LoadListener listener) {
            this.listener = listener;
        }

        @Override
        public void concept(NamedConcept concept) throws IOException {
            writer.write(concept);
            concepts++;
            crossReferences += concept.crossReferences().size();
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void progressed(long bytes) {
            listener.progressed(bytes);
        }
    }
}
