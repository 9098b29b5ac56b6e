package org.w3id.materia.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** FHIR JSON → a page: what is wrong, the narrative, the entries of a Bundle, and the JSON with links between resources. */
public final class FhirPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Beyond this the JSON stands on the page without colours and links. */
    private static final int LARGEST = 1 << 20;

    private final PageWriter writer;

    FhirPages(PageWriter writer) {
        this.writer = writer;
    }

    /**
     * A resource to be shown.
     *
     * @param reference type and id; empty where it has none
     * @param mode why it is in the Bundle; empty where it is in none, or that is not told
     * @param narrative HTML that can do no harm; empty where it has none
     */
    public record Shown(String reference, String mode, String narrative) {}

    /**
     * The page.
     *
     * @param uri that was asked for
     * @param json of a resource
     * @param status with which it is answered
     */
    String of(HttpURI uri, byte[] json, int status) {
        String text = new String(json, StandardCharsets.UTF_8);
        JsonNode resource;
        try {
            resource = JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String root = "../"
                .repeat(Math.max(
                        0, (int) uri.getPath().chars().filter(c -> c == '/').count() - 1));
        String query = uri.getQuery() == null ? "" : uri.getQuery() + "&";
        Map<String, Object> values = new HashMap<>();
        values.put("title", title(resource, status));
        values.put("issues", issues(resource));
        values.put("resource", shown(resource, ""));
        values.put("entries", entries(resource));
        values.put("total", resource.path("total").asText(""));
        values.put("next", link(resource, "next", root));
        values.put("query", query);
        values.put("tokens", text.length() > LARGEST ? JsonTokens.plain(text) : new JsonTokens(root).of(resource));
        return writer.fhir(root, values);
    }

    private static String title(JsonNode resource, int status) {
        return status >= HttpStatus.BAD_REQUEST_400
                ? status + " " + HttpStatus.getMessage(status)
                : reference(resource).isEmpty() ? type(resource) : reference(resource);
    }

    private static String type(JsonNode resource) {
        return resource.path("resourceType").asText("FHIR");
    }

    private static String reference(JsonNode resource) {
        return resource.has("id") ? type(resource) + "/" + resource.get("id").asText() : "";
    }

    private static List<String> issues(JsonNode resource) {
        List<String> issues = new ArrayList<>();
        if (type(resource).equals("OperationOutcome")) {
            resource.path("issue")
                    .forEach(issue -> issues.add(issue.path("diagnostics")
                            .asText(issue.at("/details/text").asText())));
        }
        return issues;
    }

    private static List<Shown> entries(JsonNode bundle) {
        List<Shown> entries = new ArrayList<>();
        bundle.path("entry").forEach(entry -> {
            if (entry.has("resource")) {
                entries.add(
                        shown(entry.get("resource"), entry.at("/search/mode").asText("")));
            }
        });
        return entries;
    }

    /** Narratives of loaded terminology come from others: nothing but harmless elements of theirs is shown. */
    private static Shown shown(JsonNode resource, String mode) {
        String div = resource.at("/text/div").asText("");
        return new Shown(reference(resource), mode, Jsoup.clean(div, Safelist.relaxed()));
    }

    /** The page that follows, below the root. */
    private static String link(JsonNode bundle, String relation, String root) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals(relation)) {
                String url = link.path("url").asText();
                int fhir = url.indexOf("/fhir/");
                return fhir < 0 ? "" : root + url.substring(fhir + 1);
            }
        }
        return "";
    }
}
