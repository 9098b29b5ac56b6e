package org.w3id.materia.fhir.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One resource a line: a file for each resource type in a folder, or all in one file where the target's name ends in
 * {@code .ndjson}. See FHIR R4, 2.6 (nd-json) and the Bulk Data Access guide.
 */
public final class NdjsonWriter implements ResourceWriter {
    private static final String ENDING = ".ndjson";

    private final PendingTarget target;
    private final boolean single;
    private final Map<String, OutputStream> files = new TreeMap<>();
    private final Set<String> written = new HashSet<>();

    public NdjsonWriter(Path target) throws IOException {
        this.single = target.toString().endsWith(ENDING);
        this.target = single ? PendingTarget.file(target) : PendingTarget.folder(target);
    }

    @Override
    public void write(String type, String id, byte[] json) throws IOException {
        if (!written.add(type + "/" + id)) {
            return;
        }
        String name = single ? "" : type;
        OutputStream file = files.get(name);
        if (file == null) {
            Path path = single ? target.path() : target.path().resolve(type + ENDING);
            file = new BufferedOutputStream(Files.newOutputStream(path));
            files.put(name, file);
        }
        file.write(json);
        file.write('\n');
    }

    @Override
    public Path finish() throws IOException {
        closeFiles();
        return target.complete();
    }

    @Override
    public void close() throws IOException {
        try {
            closeFiles(); // Which fails where the disk is full: what they hold back cannot be written.
        } finally {
            target.discard();
        }
    }

    private void closeFiles() throws IOException {
        for (OutputStream file : files.values()) {
            file.close();
        }
        files.clear();
    }
}
