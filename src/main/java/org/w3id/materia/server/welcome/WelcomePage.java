package org.w3id.materia.server.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page for people: what this is, what is in it, and requests to try. */
final class WelcomePage {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private record Example(String question, String request) {}

    private final String template;
    private final List<Example> examples;

    WelcomePage(String version) {
        template = read("welcome.html").replace("${version}", version);
        examples = read("welcome-requests.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 2))
                .map(parts -> new Example(parts[0], parts[1]))
                .toList();
    }

    /**
     * @param base URL of the FHIR base, for the lines to copy; links are relative, and lead there from behind any proxy
     * @param counts resources by type, in the order in which they are shown
     * @param values of the variables in examples
     */
    String of(String base, Map<String, Integer> counts, Map<String, String> values) {
        String rows = counts.entrySet().stream()
                .map(e -> "<tr><td>" + link(e.getKey(), e.getKey()) + "</td><td>" + e.getValue() + "</td></tr>")
                .collect(Collectors.joining("\n"));
        String requests = examples.stream()
                .filter(example -> hasAll(values, example.question() + example.request()))
                .map(example -> described(example, base, values))
                .collect(Collectors.joining("\n"));
        return template.replace("${rows}", rows)
                .replace("${requests}", requests)
                .replace("${base}", escaped(base));
    }

    private static String described(Example example, String base, Map<String, String> values) {
        String request = filled(example.request(), values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
        return "<h3>" + link(request, filled(example.question(), values, UnaryOperator.identity())) + "</h3>\n"
                + "<pre tabindex=\"0\"><code>curl -s '" + escaped(base + "/" + request) + "'</code></pre>";
    }

    /** A browser would not show application/fhir+json, and a Binary comes as the text that it is. */
    private static String link(String request, String text) {
        String form = request.startsWith("Binary/")
                ? ""
                : (request.contains("?") ? "&" : "?") + "_format=application/json&_pretty=true";
        return "<a href=\"fhir/" + escaped(request + form) + "\">" + escaped(text) + "</a>";
    }

    private static boolean hasAll(Map<String, String> values, String text) {
        return VARIABLE.matcher(text).results().allMatch(variable -> values.containsKey(variable.group(1)));
    }

    private static String filled(String text, Map<String, String> values, UnaryOperator<String> form) {
        return VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(form.apply(values.get(variable.group(1)))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String resource) {
        try (InputStream in = WelcomePage.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
