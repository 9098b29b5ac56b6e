package org.w3id.materia.server.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The style sheet, the script and the icon of all pages, under names that change with their content. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "pages.css", "text/css;charset=utf-8",
            "pages.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");

    /** A file as it is sent. */
    record Asset(String contentType, String content) {}

    private final Map<String, Asset> assets =
            TYPES.keySet().stream().collect(Collectors.toMap(Function.identity(), Assets::read));
    private final String fingerprint = fingerprint();

    /** The file, or empty where the pages have none of that name. */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The names of all of them. */
    Set<String> names() {
        return assets.keySet();
    }

    /** Changes with the content of any of them. */
    String version() {
        return fingerprint;
    }

    private String fingerprint() {
        CRC32 sum = new CRC32();
        TYPES.keySet().stream()
                .sorted()
                .forEach(name -> sum.update(assets.get(name).content().getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private static Asset read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            return new Asset(TYPES.get(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
