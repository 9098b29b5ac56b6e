package org.w3id.materia.server.pages;

import java.util.Map;

/**
 * What a page answers.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param headers further ones
 */
record Answer(int status, String contentType, String body, Map<String, String> headers) {
    private static final String HTML = "text/html;charset=utf-8";

    static Answer html(int status, String html) {
        return new Answer(status, HTML, html, Map.of());
    }

    static Answer text(String contentType, String body) {
        return new Answer(200, contentType, body, Map.of());
    }

    /** @param location relative, so that it leads there from behind any proxy */
    static Answer elsewhere(String location) {
        return new Answer(302, HTML, "", Map.of("Location", location));
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }
}
