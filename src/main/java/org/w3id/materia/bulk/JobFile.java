package org.w3id.materia.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A job's state on disk: whole and forced out, or as it was before. */
final class JobFile {
    static final String NAME = "job.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JobFile() {}

    static void write(Path folder, ExportJob job) throws IOException {
        Path part = folder.resolve(NAME + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(JobJson.of(job)));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException where there is none, or it is not one of ours */
    static ExportJob read(Path folder) throws IOException {
        JsonNode json = JSON.readTree(folder.resolve(NAME).toFile());
        try {
            return JobJson.job(folder.getFileName().toString(), json);
        } catch (RuntimeException e) {
            throw new IOException("not the state of an export: " + folder.resolve(NAME), e);
        }
    }
}
