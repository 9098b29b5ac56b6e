package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDirectoryTest {
    private static final Map<String, String> LINUX = Map.of("user.home", "/home/ann", "os.name", "Linux");

    @Test
    void everyCommandHasOneFolderInTheUsersCache() {
        assertThat(DataDirectory.inCache(Map.of(), LINUX)).isEqualTo(Path.of("/home/ann/.cache/materia/data"));
    }

    @Test
    void cacheFollowsTheSystem() {
        Map<String, String> mac = Map.of("user.home", "/Users/ann", "os.name", "Mac OS X");
        Map<String, String> windows = Map.of("user.home", "/u/ann", "os.name", "Windows 11");

        assertThat(DataDirectory.inCache(Map.of("XDG_CACHE_HOME", "/var/c"), LINUX))
                .isEqualTo(Path.of("/var/c/materia/data"));
        assertThat(DataDirectory.inCache(Map.of(), mac)).isEqualTo(Path.of("/Users/ann/Library/Caches/materia/data"));
        assertThat(DataDirectory.inCache(Map.of("LOCALAPPDATA", "/u/ann/Local"), windows))
                .isEqualTo(Path.of("/u/ann/Local/materia/data"));
    }

    @Test
    void variableThatIsEmptyOrRelativeIsPassedOver() {
        for (String value : new String[] {"", "cache"}) {
            assertThat(DataDirectory.inCache(Map.of("XDG_CACHE_HOME", value), LINUX))
                    .isEqualTo(Path.of("/home/ann/.cache/materia/data"));
        }
    }
}
