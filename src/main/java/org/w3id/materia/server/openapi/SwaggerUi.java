package org.w3id.materia.server.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files of Swagger UI that its page needs: the page and its start are ours, the rest is in the WebJar. */
final class SwaggerUi {
    private static final Map<String, String> OURS = Map.of("index.html", "text/html", "start.js", "text/javascript");
    private static final Map<String, String> OF_WEBJAR = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "favicon-32x32.png", "image/png");

    private final String webjar = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    /** The file, or empty where the page needs none of that name. */
    Optional<byte[]> read(String name) {
        if (OURS.containsKey(name)) {
            return Optional.of(bytes(name));
        }
        return OF_WEBJAR.containsKey(name) ? Optional.of(bytes(webjar + name)) : Optional.empty();
    }

    /** @param name of a file that is there */
    static String mediaType(String name) {
        String type = OURS.getOrDefault(name, OF_WEBJAR.get(name));
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = SwaggerUi.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("this build lacks " + resource);
        }
        return in;
    }
}
