package org.w3id.materia.terminology.loaded;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.materia.terminology.ConceptStore;
import org.w3id.materia.terminology.SharedFolder;
import org.w3id.materia.terminology.SharedFolder.SharedFile;

/**
 * The terminologies that processes on several machines share: those of a {@link SharedFolder}, which every process has a copy of in its
 * data directory. A release is loaded beside these copies, put into the shared folder, and copied from there by all, the process that
 * loaded it included.
 */
public final class SharedTerminologies {
    /** What the shared folder is to be called: another layout has another one. */
    public static final String FOLDER = Catalogue.LAYOUT.replace("materia-", "");

    private final SharedFolder shared;
    private final ConceptStore store;

    public SharedTerminologies(SharedFolder shared, ConceptStore store) {
        this.shared = shared;
        this.store = store;
    }

    /**
     * Begins to load, or to take back. Nobody else can before it is closed.
     *
     * @param work directory for what is being loaded, which is emptied
     * @return empty where another process has begun
     * @throws UncheckedIOException where the directory cannot be written
     */
    public Optional<Session> begin(Path work) {
        return shared.change().map(change -> new Session(change, store, work));
    }

    /** What is loaded, without its content. */
    public List<LoadedItem> list() {
        return catalogue(shared.contents()).items();
    }

    /** The copy in a data directory. */
    public TerminologyMirror mirror(Path data) {
        return new TerminologyMirror(shared, LoadedTerminologies.in(data, store));
    }

    /**
     * Shares what is loaded in a data directory, where nothing was ever shared.
     *
     * @return whether it was done
     * @throws IllegalStateException where somebody loads at this moment
     */
    public boolean adopt(LoadedTerminologies own) {
        if (own.list().isEmpty() || shared.version() > 0) {
            return false;
        }
        try (SharedFolder.Change change =
                shared.change().orElseThrow(() -> new IllegalStateException("another process loads terminologies"))) {
            if (change.contents().version() > 0) {
                return false;
            }
            publish(change, Catalogue.of(own.list()), own.folder());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    static Catalogue catalogue(SharedFolder.Contents contents) {
        try {
            return contents.version() == 0 ? Catalogue.of(List.of()) : Catalogue.parse(contents.catalogue());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The catalogue of the shared terminologies is damaged.", e);
        }
    }

    private static void publish(SharedFolder.Change change, Catalogue catalogue, Path folder) throws IOException {
        Map<String, List<SharedFile>> entries = new TreeMap<>();
        for (String name : catalogue.places()) {
            List<SharedFile> files = change.contents().entries().get(name);
            if (files == null) {
                EntryFiles entry = new EntryFiles(folder.resolve(name));
                files = entry.files();
                for (SharedFile file : files) {
                    change.put(name, file, entry.at(file));
                }
            }
            entries.put(name, files);
        }
        change.publish(catalogue.toJson(), entries);
    }

    /** One process that loads. */
    public static final class Session implements AutoCloseable {
        private final SharedFolder.Change change;
        private final ConceptStore store;
        private final Path work;

        private Session(SharedFolder.Change change, ConceptStore store, Path work) {
            this.change = change;
            this.store = store;
            this.work = work;
            clear();
        }

        /** What is shared: what is loaded into it or taken back counts for all as soon as the call returns. */
        public LoadedTerminologies terminologies() {
            LoadedTerminologies loading =
                    LoadedTerminologies.in(work, store, (catalogue, folder) -> publish(change, catalogue, folder));
            try {
                catalogue(change.contents()).write(loading.folder());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to " + work + ": " + e, e);
            }
            return loading;
        }

        private void clear() {
            try {
                LoadedTerminologies.deleteIfExists(work);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot empty " + work + ": " + e, e);
            }
        }

        @Override
        public void close() {
            change.close();
            clear();
        }
    }
}
