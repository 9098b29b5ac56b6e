package org.w3id.materia.cli;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.materia.ingest.MonographCheck;
import org.w3id.materia.ingest.SectionReview;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.SourceDocument;

/**
 * The result of {@code check} for programs: one JSON object with {@code monographs} (path, title, lines, facts as the extractors'
 * records have them, sections with the sentences that gave no fact) and {@code findings} (file, line, severity, code, message). Enumerations stand as their codes.
 */
final class CheckJson {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule().addSerializer(new CodeSerializer()))
            // The components of the records, and none of their other methods.
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer();

    private CheckJson() {}

    static void print(List<MonographCheck> checks, List<Finding> findings, PrintWriter out) {
        List<Map<String, Object>> monographs = checks.stream()
                .flatMap(c -> c.understood().stream())
                .map(CheckJson::monograph)
                .toList();
        Map<String, Object> report = new TreeMap<>();
        report.put("monographs", monographs);
        report.put("findings", findings);
        try {
            out.println(JSON.writeValueAsString(report));
        } catch (IOException e) {
            throw new IllegalStateException("records are always JSON", e);
        }
    }

    private static Map<String, Object> monograph(MonographCheck.Understood understood) {
        Map<String, Object> json = new TreeMap<>();
        json.put("path", understood.monograph().source().path());
        json.put("id", understood.monograph().source().id());
        json.put("title", understood.monograph().title());
        json.put(
                "lines",
                new TreeMap<>(Map.of(
                        "used", understood.coverage().used(),
                        "keptAsText", understood.coverage().keptAsText(),
                        "reported", understood.coverage().reported().size())));
        json.put("facts", understood.facts());
        json.put(
                "sections",
                understood.sections().stream()
                        .map(s -> section(s, understood.monograph().source()))
                        .toList());
        return json;
    }

    private static Map<String, Object> section(SectionReview review, SourceDocument source) {
        Map<String, Object> json = new TreeMap<>();
        json.put("heading", review.section().heading());
        json.put("kind", review.section().kind().code());
        json.put("line", source.lineOf(review.section().span().start()));
        json.put("facts", review.facts().size());
        json.put("sentences", review.sentences());
        json.put(
                "withoutFact",
                review.withoutFact().stream()
                        .map(p -> Map.of("line", source.lineOf(p.span().start()), "text", p.text()))
                        .toList());
        return json;
    }

    /** {@code VERY_COMMON} → {@code very-common}, as in our code systems. */
    @SuppressWarnings("rawtypes") // Jackson registers serializers for raw Enum
    private static final class CodeSerializer extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        CodeSerializer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
