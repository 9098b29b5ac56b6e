package org.w3id.materia.server.infobutton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A feed in JSON, as MedlinePlus Connect writes Atom: text as {@code _value}, attributes as members. */
final class JsonFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static byte[] of(Feed feed) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode json = root.putObject("feed");
        json.put("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        json.put("base", feed.base() + "/");
        json.put("lang", "en");
        json.set("title", typed(Feed.TITLE, "text"));
        json.set("subtitle", typed(feed.question().subtitle(), "text"));
        ObjectNode author = json.putObject("author");
        author.set("name", value(Feed.TITLE));
        author.set("uri", value(feed.base() + "/"));
        json.set("updated", value(feed.updated()));
        ArrayNode categories = json.putArray("category");
        feed.question()
                .categories()
                .forEach(c -> categories.addObject().put("scheme", c.scheme()).put("term", c.term()));
        json.set("id", value(feed.question().id()));
        ArrayNode entries = json.putArray("entry");
        feed.entries().forEach(entry -> entries.add(entry(entry, feed)));
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode entry(Feed.Entry entry, Feed feed) {
        ObjectNode json = JSON.createObjectNode().put("lang", "en");
        json.set("title", typed(entry.heading().title(), "text"));
        json.putArray("link")
                .addObject()
                .put("title", entry.heading().title())
                .put("rel", "alternate")
                .put("type", "html")
                .put("href", entry.heading().link());
        json.set("id", value(entry.heading().id()));
        json.set("updated", value(feed.updated()));
        json.set("summary", typed(entry.summary(), "html"));
        json.putArray("category").addObject().put("scheme", "subTopic.v.c").put("term", entry.topic());
        return json;
    }

    private static ObjectNode value(String text) {
        return JSON.createObjectNode().put("_value", text);
    }

    private static ObjectNode typed(String text, String type) {
        return value(text).put("type", type);
    }
}
