package org.w3id.materia.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job's state as JSON. */
final class JobJson {
    private JobJson() {}

    static ObjectNode of(ExportJob job) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
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

    /** @throws RuntimeException where it is none of ours */
    static ExportJob job(String id, JsonNode json) {
        List<String> types = new ArrayList<>();
        json.required("types").forEach(type -> types.add(type.textValue()));
        ExportRequest request = new ExportRequest(
                json.required("request").textValue(),
                types,
                Optional.ofNullable(json.get("since")).map(JobJson::instant));
        return new ExportJob(
                id,
                request,
                instant(json.required("submitted")),
                Optional.ofNullable(json.get("result")).map(JobJson::result));
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
