package org.w3id.materia.monograph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/**
 * The YAML block between two lines {@code ---} at the start of a document.
 *
 * @param values keys with their values as text, in order; empty where there is none or it cannot be read
 * @param bodyStart offset of the Markdown behind it
 * @param findings why it is missing or could not be read
 */
record FrontMatter(Map<String, String> values, int bodyStart, List<Finding> findings) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String FENCE = "---";

    static FrontMatter of(SourceDocument source) {
        String text = source.text();
        int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int yamlStart = lineEnd(text, start);
        if (!text.substring(start, yamlStart).strip().equals(FENCE)) {
            return new FrontMatter(Map.of(), start, List.of(missing(source, "The file has no front matter.")));
        }
        for (int line = yamlStart; line < text.length(); line = lineEnd(text, line)) {
            int end = lineEnd(text, line);
            if (text.substring(line, end).strip().equals(FENCE)) {
                return parse(source, text.substring(yamlStart, line), end);
            }
        }
        return new FrontMatter(
                Map.of(), yamlStart, List.of(missing(source, "The front matter is not closed by a line '---'.")));
    }

    private static FrontMatter parse(SourceDocument source, String yaml, int bodyStart) {
        try {
            Object loaded =
                    new Load(LoadSettings.builder().setLabel(source.path()).build()).loadFromString(yaml);
            if (!(loaded instanceof Map<?, ?> map)) {
                return new FrontMatter(
                        Map.of(),
                        bodyStart,
                        List.of(broken(source, 2, "The front matter is no list of keys and values.")));
            }
            Map<String, String> values = new LinkedHashMap<>();
            map.forEach((k, v) -> values.put(String.valueOf(k), v == null ? "" : String.valueOf(v)));
            return new FrontMatter(values, bodyStart, List.of());
        } catch (MarkedYamlEngineException e) {
            // The YAML begins on the document's second line, and marks count from zero.
            int line = 2 + e.getProblemMark().map(m -> m.getLine()).orElse(0);
            return new FrontMatter(Map.of(), bodyStart, List.of(broken(source, line, e.getProblem())));
        } catch (YamlEngineException e) {
            return new FrontMatter(
                    Map.of(),
                    bodyStart,
                    List.of(broken(
                            source, 1, Optional.ofNullable(e.getMessage()).orElse("unreadable"))));
        }
    }

    /** Offset of the line behind the one that {@code from} stands in. */
    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static Finding missing(SourceDocument source, String message) {
        return new Finding(Severity.WARNING, source.path(), 1, "front-matter-missing", message);
    }

    private static Finding broken(SourceDocument source, int line, String message) {
        return new Finding(
                Severity.WARNING,
                source.path(),
                line,
                "front-matter-broken",
                "The front matter cannot be read: " + message);
    }
}
