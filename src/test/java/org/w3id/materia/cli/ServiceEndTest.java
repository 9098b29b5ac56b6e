package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.server.config.ServerConfiguration;

/** What a service leaves behind in a process that goes on. */
@Tag("server")
@Timeout(120)
class ServiceEndTest {
    private static final String WATCHER = "folder-watcher";

    @TempDir
    Path folder;

    @Test
    void nothingIsWatchedAfterTheEnd() throws Exception {
        Path monographs = Files.createDirectory(folder.resolve("monographs"));
        Files.writeString(
                monographs.resolve("alpha.md"),
                "---\ntitle: Alpha\n---\n\n# Alpha\n### Usage\nAlpha is used to treat pain.\n");
        Path data = folder.resolve("data");
        // Which the threads of this service belong to, and no other test's.
        ThreadGroup own = new ThreadGroup("service");
        FutureTask<Service> starting = new FutureTask<>(() -> {
            Service service = new Service(
                    new Wiring(data),
                    data,
                    Monographs.own(List.of(monographs)),
                    ServerConfiguration.local(0, ThisRelease.get()));
            service.start((addresses, served) -> {});
            return service;
        });
        new Thread(own, starting, "start").start();
        try (Service service = starting.get()) {
            assertThat(names(own).stream().filter(WATCHER::equals))
                    .as("of the monographs and of what is loaded")
                    .hasSize(2);
            assertThat(service).isNotNull();
        }
        assertThat(names(own)).doesNotContain(WATCHER);
    }

    private static List<String> names(ThreadGroup group) {
        Thread[] threads = new Thread[1000];
        group.enumerate(threads);
        return Arrays.stream(threads)
                .filter(Objects::nonNull)
                .map(Thread::getName)
                .toList();
    }
}
