package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDirectoryTest {
    private static final Map<String, String> LINUX = Map.of("user.home", "/home/ann", "os.name", "Linux");

    @Test
    void samplesHaveTheirOwnFolderInTheUsersCache() {
        assertThat(DataDirectory.inCache(List.of(), Map.of(), LINUX))
                .isEqualTo(Path.of("/home/ann/.cache/materia/samples"));
    }

    @Test
    void cacheFollowsTheSystem() {
        Map<String, String> mac = Map.of("user.home", "/Users/ann", "os.name", "Mac OS X");
        Map<String, String> windows = Map.of("user.home", "/u/ann", "os.name", "Windows 11");

        assertThat(DataDirectory.inCache(List.of(), Map.of("XDG_CACHE_HOME", "/var/c"), LINUX))
                .isEqualTo(Path.of("/var/c/materia/samples"));
        assertThat(DataDirectory.inCache(List.of(), Map.of(), mac))
                .isEqualTo(Path.of("/Users/ann/Library/Caches/materia/samples"));
        assertThat(DataDirectory.inCache(List.of(), Map.of("LOCALAPPDATA", "/u/ann/Local"), windows))
                .isEqualTo(Path.of("/u/ann/Local/materia/samples"));
    }

    @Test
    void everySetOfFoldersHasItsOwn() {
        Path one = DataDirectory.inCache(List.of(Path.of("/a")), Map.of(), LINUX);
        Path two = DataDirectory.inCache(List.of(Path.of("/a"), Path.of("/b")), Map.of(), LINUX);

        assertThat(one)
                .isNotEqualTo(two)
                .isEqualTo(DataDirectory.inCache(List.of(Path.of("/x/../a")), Map.of(), LINUX));
    }
}
