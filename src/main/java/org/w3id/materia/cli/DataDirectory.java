package org.w3id.materia.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the index lies when the operator does not say: in the user's cache, one folder for each set of monograph folders. */
final class DataDirectory {
    private static final int NAME_LENGTH = 12;

    private DataDirectory() {}

    /**
     * The folder for a set of inputs.
     *
     * @param inputs what identifies the content, in order
     * @param environment environment variables ({@code XDG_CACHE_HOME}, {@code LOCALAPPDATA})
     * @param properties system properties ({@code user.home}, {@code os.name})
     */
    static Path inCache(List<Path> inputs, Map<String, String> environment, Map<?, ?> properties) {
        String all = inputs.stream()
                .map(p -> p.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining("\n"));
        return cache(environment, properties).resolve("materia").resolve(inputs.isEmpty() ? "samples" : name(all));
    }

    private static Path cache(Map<String, String> environment, Map<?, ?> properties) {
        Path home = Path.of(String.valueOf(properties.get("user.home")));
        String system = String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT);
        if (environment.containsKey("XDG_CACHE_HOME")) {
            return Path.of(environment.get("XDG_CACHE_HOME"));
        }
        if (system.contains("windows") && environment.containsKey("LOCALAPPDATA")) {
            return Path.of(environment.get("LOCALAPPDATA"));
        }
        return system.contains("mac") ? home.resolve("Library/Caches") : home.resolve(".cache");
    }

    private static String name(String inputs) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
