package org.w3id.materia.terminology.loaded;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.Sha;
import org.w3id.materia.terminology.ConceptStore;
import org.w3id.materia.terminology.StoredConcepts;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.release.ReleaseReader;

/**
 * The terminologies in a data directory: a folder for each code system that is kept concept by concept, a file for the whole
 * resources of a release, and a {@link Catalogue} that names them. A load writes new ones, and then a new catalogue in one step,
 * so that a reader, or a start after a crash, finds all of the load or nothing. Loads of one directory must not overlap; readers may be
 * there meanwhile, and keep what they have opened.
 */
public final class LoadedTerminologies {
    static final String UNFINISHED = ".unfinished";
    private static final String FOLDER = "terminologies";

    private final Path folder;
    private final ConceptStore store;
    private final Optional<List<LoadedItem>> fixed;
    private final Publication publication;

    /** Makes what is loaded known elsewhere, before it counts here. */
    @FunctionalInterface
    interface Publication {
        /** Nowhere. */
        Publication NONE = (catalogue, folder) -> {};

        /** @param folder where the items lie that were loaded since the last time */
        void publish(Catalogue catalogue, Path folder) throws IOException;
    }

    private LoadedTerminologies(
            Path folder, ConceptStore store, Optional<List<LoadedItem>> fixed, Publication publication) {
        this.folder = folder;
        this.store = store;
        this.fixed = fixed;
        this.publication = publication;
    }

    /** Those of a data directory, which need not exist. */
    public static LoadedTerminologies in(Path data, ConceptStore store) {
        return in(data, store, Publication.NONE);
    }

    static LoadedTerminologies in(Path data, ConceptStore store, Publication publication) {
        return new LoadedTerminologies(data.resolve(FOLDER), store, Optional.empty(), publication);
    }

    /** What is loaded at this moment, whatever is loaded or taken back later; what a later load has removed cannot be opened any more. */
    public LoadedTerminologies asOfNow() {
        return new LoadedTerminologies(folder, store, Optional.of(list()), publication);
    }

    /**
     * Loads a release; what is loaded of the same URL and version is replaced.
     *
     * @throws UnusableReleaseException where it is of no known format, cannot be read, or holds nothing; nothing is changed
     *     then
     * @throws UncheckedIOException where the data directory cannot be written; nothing is changed then
     */
    public LoadReport load(Path release, LoadListener listener) throws UnusableReleaseException {
        return load(release, ReleaseFormats.of(release), listener);
    }

    LoadReport load(Path release, ReleaseReader reader, LoadListener listener) throws UnusableReleaseException {
        try {
            Files.createDirectories(folder);
            Catalogue before = Catalogue.read(folder);
            sweep(before);
            return load(release, reader, listener, before);
        } catch (IOException e) {
            sweepAfter(e);
            throw new UncheckedIOException("Cannot load " + release + " into " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException | UnusableReleaseException e) {
            sweepAfter(e);
            throw e;
        }
    }

    private LoadReport load(Path release, ReleaseReader reader, LoadListener listener, Catalogue before)
            throws IOException, UnusableReleaseException {
        listener.started(release.toString(), size(release));
        List<LoadedItem> items;
        Load load = new Load(release, folder, store, listener);
        try (load) {
            reader.read(release, load);
            items = load.end();
        } finally {
            listener.ended();
        }
        if (items.isEmpty()) {
            throw new UnusableReleaseException(
                    release + " holds no concept: " + load.findings().size() + " lines are not as the format has them");
        }
        boolean changed = put(before, items);
        return new LoadReport(items, load.concepts(), load.crossReferences(), changed, load.files(), load.findings());
    }

    /** Removes what a load has left that failed: on a full disk it is in the way. */
    private void sweepAfter(Exception failure) {
        try {
            sweep(Catalogue.read(folder));
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean put(Catalogue before, List<LoadedItem> loaded) throws IOException {
        List<LoadedItem> all = new ArrayList<>(before.items());
        boolean changed = false;
        for (LoadedItem item : loaded) {
            if (all.stream().noneMatch(item::isAs)) {
                all.removeIf(i -> i.isSameAs(item));
                all.add(item);
                changed = true;
            }
        }
        if (changed) {
            become(Catalogue.of(all));
        } else {
            sweep(before);
        }
        return changed;
    }

    private void become(Catalogue after) throws IOException {
        publication.publish(after, folder);
        after.write(folder);
        sweep(after);
    }

    /** What is loaded. */
    public List<LoadedItem> list() {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        try {
            return Catalogue.read(folder).items();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Takes back what was loaded.
     *
     * @param canonical URL, or URL and version; without a version all versions go
     * @return what went
     */
    public List<LoadedItem> remove(String canonical) {
        try {
            Catalogue before = Catalogue.read(folder);
            Map<Boolean, List<LoadedItem>> parts = before.items().stream()
                    .collect(Collectors.partitioningBy(i -> i.identity().url().equals(Canonicals.url(canonical))
                            && (Canonicals.version(canonical) == null
                                    || Canonicals.version(canonical)
                                            .equals(i.identity().version()))));
            if (!parts.get(true).isEmpty()) {
                become(Catalogue.of(parts.get(false)));
            }
            return parts.get(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * All concepts by the kinds of phrases that they may code.
     *
     * @throws UncheckedIOException where a file cannot be read or is damaged; the message names it
     */
    public Map<PhraseKind, List<NamedConcept>> concepts() {
        Map<PhraseKind, List<NamedConcept>> byKind = new EnumMap<>(PhraseKind.class);
        for (LoadedItem item : list()) {
            if (item.codes().codesPhrases()) {
                try (StoredConcepts concepts = open(item)) {
                    for (PhraseKind kind : PhraseKind.values()) {
                        List<NamedConcept> named = concepts.named(kind);
                        if (!named.isEmpty()) {
                            byKind.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(named);
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e.getMessage(), e);
                }
            }
        }
        return byKind;
    }

    /** Changes whenever what monographs are coded with does: hex digits, or nothing where nothing of it is loaded. */
    public String fingerprint() {
        return fingerprint(list().stream().filter(i -> i.codes().codesPhrases()).toList());
    }

    /** Changes whenever anything that is loaded does: hex digits, or nothing where nothing is loaded. */
    public String fingerprintOfAll() {
        return fingerprint(list());
    }

    private static String fingerprint(List<LoadedItem> items) {
        if (items.isEmpty()) {
            return "";
        }
        MessageDigest digest = Sha.sha256();
        items.forEach(i -> digest.update((i.identity().type() + " "
                        + i.identity().canonical() + " " + i.location().digest() + "\n")
                .getBytes(StandardCharsets.UTF_8)));
        return Sha.hex(digest);
    }

    /** The concepts of an item that is kept concept by concept. */
    StoredConcepts open(LoadedItem item) {
        CodeSystem header = header(item);
        Path place = folder.resolve(item.location().name());
        try {
            return store.open(place, header);
        } catch (IOException e) {
            IOException damaged = Catalogue.damaged(place, e);
            throw new UncheckedIOException(damaged.getMessage(), damaged);
        }
    }

    /** What an item that is kept concept by concept says of itself. */
    CodeSystem header(LoadedItem item) {
        Path place = folder.resolve(item.location().name());
        try {
            String json = Files.readString(place.resolve(Load.HEADER));
            return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, json);
        } catch (IOException | ca.uhn.fhir.parser.DataFormatException e) {
            IOException damaged = Catalogue.damaged(place, e);
            throw new UncheckedIOException(damaged.getMessage(), damaged);
        }
    }

    /** An item that is kept whole. */
    MetadataResource read(LoadedItem item) {
        try (WholeResources resources = resources(item)) {
            return resources.read(item);
        }
    }

    /** The file that has an item that is kept whole. */
    WholeResources resources(LoadedItem item) {
        Path place = folder.resolve(item.location().name());
        try {
            return new WholeResources(place);
        } catch (IOException | ca.uhn.fhir.parser.DataFormatException e) {
            IOException damaged = Catalogue.damaged(place, e);
            throw new UncheckedIOException(damaged.getMessage(), damaged);
        }
    }

    /** Removes what no catalogue names: what a load left that was killed, and what was replaced. */
    void sweep(Catalogue catalogue) throws IOException {
        Set<String> named = catalogue.places();
        List<Path> others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(f -> !named.contains(f.getFileName().toString())
                            && !catalogue.isFile(f.getFileName().toString()))
                    .toList();
        }
        for (Path other : others) {
            delete(other);
        }
    }

    /** The folder that a load changes; made where it is absent. */
    public Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder.toAbsolutePath() + ": " + e, e);
        }
    }

    /** A file, or a folder with all that is in it. */
    static void delete(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    /** The same where it is there; nothing else. */
    static void deleteIfExists(Path path) throws IOException {
        if (Files.exists(path)) {
            delete(path);
        }
    }

    private static long size(Path release) throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            long size = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }
}
