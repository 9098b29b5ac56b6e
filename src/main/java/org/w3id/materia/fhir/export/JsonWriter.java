package org.w3id.materia.fhir.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A file {@code {Type}-{id}.json} for each resource in a folder, or one Bundle of type {@code collection} where the target's name ends
 * in {@code .json}.
 */
public final class JsonWriter implements ResourceWriter {
    private final PendingTarget target;
    private final OutputStream bundle;
    private final Set<String> written = new HashSet<>();

    public JsonWriter(Path target) throws IOException {
        if (target.toString().endsWith(".json")) {
            this.target = PendingTarget.file(target);
            this.bundle = new BufferedOutputStream(Files.newOutputStream(this.target.path()));
            print("{\"resourceType\":\"Bundle\",\"type\":\"collection\"");
        } else {
            this.target = PendingTarget.folder(target);
            this.bundle = null;
        }
    }

    @Override
    public void write(String type, String id, byte[] json) throws IOException {
        if (!written.add(type + "/" + id)) {
            return;
        }
        if (bundle == null) {
            Files.write(target.path().resolve(type + "-" + id + ".json"), json);
        } else {
            print(written.size() == 1 ? ",\"entry\":[\n{\"resource\":" : ",\n{\"resource\":");
            bundle.write(json);
            print("}");
        }
    }

    @Override
    public Path finish() throws IOException {
        if (bundle != null) {
            print(written.isEmpty() ? "}\n" : "]}\n");
            bundle.close();
        }
        return target.complete();
    }

    @Override
    public void close() throws IOException {
        try {
            if (bundle != null) {
                bundle.close(); // Which fails where the disk is full: what it holds back cannot be written.
            }
        } finally {
            target.discard();
        }
    }

    private void print(String s) throws IOException {
        bundle.write(s.getBytes(StandardCharsets.UTF_8));
    }
}
