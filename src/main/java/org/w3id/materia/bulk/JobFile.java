package org.w3id.materia.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job's state on disk: whole and forced out, or as it was before. */
final class JobFile {
    static final String NAME = "job.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JobFile() {}

    static void write(Path folder, ExportJob job) throws IOException {
        Path part = folder.resolve(NAME + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(json(job)));
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
            return job(folder.getFileName().toString(), json);
        } catch (RuntimeException e) {
            throw new IOException("not the state of an export: " + folder.resolve(NAME), e);
        }
    }

    private static ObjectNode json(ExportJob job) {
        ObjectNode json = JSON.createObjectNode();
        json.put("request", job.request().url());
        job.request().types().forEach(json.putArray("types")::add);
        job.request().since().ifPresent(since -> json.put("since", since.toString()));
        json.put("submitted", job.submitted().toString());
        job.result().ifPresent(result -> {
            ObjectNode ended = json.putObject("result");
            ended.put("finished", result.finished().toString());
            ended.put("transactionTime", result.transactionTime().toString());
            ended.put("failed", result.failed());
            ObjectNode files = ended.putObject("files");
            result.files().forEach(file -> files.put(file.type(), file.count()));
            result.deleted().ifPresent(file -> ended.put("deleted", file.count()));
        });
        return json;
    }

    private static ExportJob job(String id, JsonNode json) {
        List<String> types = new ArrayList<>();
        json.required("types").forEach(type -> types.add(type.textValue()));
        ExportRequest request = new ExportRequest(
                json.required("request").textValue(),
                types,
                Optional.ofNullable(json.get("since")).map(JobFile::instant));
        return new ExportJob(
                id,
                request,
                instant(json.required("submitted")),
                Optional.ofNullable(json.get("result")).map(JobFile::result));
    }

    private static ExportResult result(JsonNode json) {
        List<ExportFile> files = new ArrayList<>();
        json.required("files")
                .properties()
                .forEach(file ->
                        files.add(new ExportFile(file.getKey(), file.getValue().longValue())));
        return new ExportResult(
                instant(json.required("finished")),
                instant(json.required("transactionTime")),
                files,
                Optional.ofNullable(json.get("deleted"))
                        .map(count -> new ExportFile(ExportFile.DELETED, count.longValue())),
                json.required("failed").booleanValue());
    }

    private static Instant instant(JsonNode json) {
        return Instant.parse(json.textValue());
    }
}
