package org.w3id.materia.server.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A URL of this server that grows by parameters, for links. */
public final class RequestUrl {
    private final StringBuilder url;

    /** @param path below the FHIR base; empty for the base itself */
    public RequestUrl(String serverBase, String path) {
        this(path.isEmpty() ? serverBase : serverBase + "/" + path);
    }

    /** @param begun what is there already */
    public RequestUrl(String begun) {
        url = new StringBuilder(begun);
    }

    /** With one more parameter. */
    public RequestUrl with(String name, String value) {
        url.append(url.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
        return this;
    }

    /** Colons, slashes and commas may stand in a query as they are (RFC 3986, 3.4), and are easier to read. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("%2C", ",");
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
