package org.w3id.materia.monograph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/**
 * The YAML block between two lines {@code ---} at the start of a document, empty lines before it left out.
 *
 * @param values keys with their values as text, in order; empty where there is none or it cannot be read
 * @param bodyStart offset of the Markdown behind it
 * @param findings why it is missing or could not be read
 */
record FrontMatter(Map<String, String> values, int bodyStart, List<Finding> findings) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String FENCE = "---";

    /** A line of front matter; a heading that begins so was meant as some. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*:(?:\\s.*)?", Pattern.DOTALL);

    private static final Pattern LAYOUT_OR_TITLE = Pattern.compile("(?:layout|title):\\s", Pattern.CASE_INSENSITIVE);

    static FrontMatter of(SourceDocument source) {
        String text = source.text();
        int bom = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int start = firstLineWithText(text, bom);
        int yamlStart = lineEnd(text, start);
        if (!text.substring(start, yamlStart).strip().equals(FENCE)) {
            return new FrontMatter(Map.of(), bom, List.of(missing(source, "The file has no front matter.")));
        }
        for (int line = yamlStart; line < text.length(); line = lineEnd(text, line)) {
            int end = lineEnd(text, line);
            if (text.substring(line, end).strip().equals(FENCE)) {
                return parse(source, yamlStart, line, end);
            }
        }
        return new FrontMatter(
                Map.of(), yamlStart, List.of(missing(source, "The front matter is not closed by a line '---'.")));
    }

    /** Whether a heading is front matter that a parser of Markdown has taken for one. */
    static boolean isMistakenFor(String heading) {
        return KEY.matcher(heading).matches()
                && LAYOUT_OR_TITLE.matcher(heading).find();
    }

    private static FrontMatter parse(SourceDocument source, int yamlStart, int yamlEnd, int bodyStart) {
        int firstLine = source.lineOf(yamlStart);
        try {
            FlatYaml yaml = FlatYaml.of(source.text().substring(yamlStart, yamlEnd));
            List<Finding> findings = yaml.refused().entrySet().stream()
                    .map(refused ->
                            finding(source, firstLine + refused.getValue(), "front-matter-ignored", refused.getKey()))
                    .toList();
            return new FrontMatter(yaml.values(), bodyStart, findings);
        } catch (MarkedYamlEngineException e) {
            int line = firstLine + e.getProblemMark().map(m -> m.getLine()).orElse(0);
            return new FrontMatter(Map.of(), bodyStart, List.of(broken(source, line, e.getProblem())));
        } catch (YamlEngineException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse("unreadable");
            return new FrontMatter(Map.of(), bodyStart, List.of(broken(source, firstLine - 1, reason)));
        }
    }

    private static int firstLineWithText(String text, int from) {
        int start = from;
        for (int i = from; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                start = i + 1;
            }
        }
        return start;
    }

    /** Offset of the line behind the one that {@code from} stands in; lines end as CommonMark has it (2.1). */
    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                return i + 1;
            }
            if (text.charAt(i) == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return text.length();
    }

    private static Finding missing(SourceDocument source, String message) {
        return finding(source, 1, "front-matter-missing", message);
    }

    private static Finding broken(SourceDocument source, int line, String message) {
        return finding(source, line, "front-matter-broken", "The front matter cannot be read: " + message);
    }

    private static Finding finding(SourceDocument source, int line, String code, String message) {
        return new Finding(Severity.WARNING, source.path(), line, code, message);
    }
}
