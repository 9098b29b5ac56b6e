package org.w3id.materia.terminology.loaded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is loaded in a folder: the one file that changes there. It is replaced in one step, so that what it does not name is not
 * there, whatever lies in the folder.
 *
 * @param layout of the folder
 * @param items by type, URL and version
 */
record Catalogue(String layout, List<LoadedItem> items) {
    static final String LAYOUT = "materia-terminologies-3";
    private static final String NAME = "catalogue.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<LoadedItem> ORDER = Comparator.comparing(
                    (LoadedItem item) -> item.identity().type())
            .thenComparing(item -> item.identity().canonical());

    static Catalogue of(List<LoadedItem> items) {
        return new Catalogue(LAYOUT, items.stream().sorted(ORDER).toList());
    }

    /** @throws IOException where it cannot be read; the message says what to do */
    static Catalogue read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return of(List.of());
        }
        try {
            return parse(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw damaged(folder, e);
        }
    }

    /** @throws JsonProcessingException where it is none, or of another layout */
    static Catalogue parse(String json) throws JsonProcessingException {
        Catalogue read = JSON.readValue(json, Catalogue.class);
        if (!LAYOUT.equals(read.layout) || read.items == null) {
            throw new JsonMappingException(null, "not of the layout " + LAYOUT);
        }
        return read;
    }

    String toJson() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** Names of the folders and files in which the items are. */
    Set<String> places() {
        return items.stream().map(i -> i.location().name()).collect(Collectors.toSet());
    }

    static IOException damaged(Path folder, Exception cause) {
        return new IOException(
                folder + " is damaged or of another version. Delete it and load the releases again.", cause);
    }

    void write(Path folder) throws IOException {
        Path aside = folder.resolve(NAME + LoadedTerminologies.UNFINISHED);
        Files.writeString(aside, toJson());
        force(aside);
        Files.move(aside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    /** Waits until a file has reached the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until a folder's names have reached the disk, where the system can say so. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // Windows opens no folder, and needs it not.
        }
    }

    boolean isFile(String name) {
        return name.equals(NAME);
    }
}
