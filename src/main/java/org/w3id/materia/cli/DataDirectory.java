package org.w3id.materia.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that says where the index and what is loaded lie; where the operator does not say, one folder in the user's cache. */
final class DataDirectory {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data directory: the index, and what 'load' has loaded (default: in the user's cache)")
    private Path named;

    /**
     * The folder that is used.
     *
     * @throws UnusableInputException where its name is empty, which would be the current folder
     */
    Path path() throws UnusableInputException {
        if (named != null && named.toString().isBlank()) {
            throw new UnusableInputException("--data is empty.");
        }
        return named != null ? named : inCache(System.getenv(), System.getProperties());
    }

    /**
     * The folder in the cache.
     *
     * @param environment environment variables ({@code XDG_CACHE_HOME}, {@code LOCALAPPDATA})
     * @param properties system properties ({@code user.home}, {@code os.name})
     */
    static Path inCache(Map<String, String> environment, Map<?, ?> properties) {
        return cache(environment, properties).resolve("materia").resolve("data");
    }

    private static Path cache(Map<String, String> environment, Map<?, ?> properties) {
        Path home = Path.of(String.valueOf(properties.get("user.home")));
        String system = String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT);
        // Empty or relative ones are to be passed over (XDG Base Directory Specification).
        Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        if (named.isAbsolute()) {
            return named;
        }
        if (system.contains("windows") && environment.containsKey("LOCALAPPDATA")) {
            return Path.of(environment.get("LOCALAPPDATA"));
        }
        return system.contains("mac") ? home.resolve("Library/Caches") : home.resolve(".cache");
    }
}
