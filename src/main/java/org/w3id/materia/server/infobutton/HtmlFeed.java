package org.w3id.materia.server.infobutton;

import java.nio.charset.StandardCharsets;

/** A feed as a page, where there is not one medicine whose own page says it. */
final class HtmlFeed {
    private HtmlFeed() {}

    static byte[] of(Feed feed) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta"
                + " charset=\"utf-8\"><title>Materia</title></head><body><main><h1>");
        page.append(escaped(feed.question().subtitle())).append("</h1>");
        if (feed.entries().isEmpty()) {
            page.append("<p>Nothing is known here of what was asked, which does not say that there is nothing to"
                    + " know.</p>");
        }
        for (Feed.Entry entry : feed.entries()) {
            page.append("<section><h2><a href=\"")
                    .append(escaped(entry.heading().link()))
                    .append("\">")
                    .append(escaped(entry.heading().title()))
                    .append("</a></h2>")
                    .append(entry.summary())
                    .append("</section>");
        }
        return page.append("</main></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
