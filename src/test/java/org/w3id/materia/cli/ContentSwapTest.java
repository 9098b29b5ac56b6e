package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.server.config.ServerConfiguration;

/** Monographs are rewritten while clients ask as fast as they can: every answer is right, before, during and after. */
@Tag("server")
class ContentSwapTest {
    private static final int MONOGRAPHS = 20;
    private static final int SWAPS = 10;
    private static final int CLIENTS = 4;

    /** Answers for which a swap may be waited for: a machine under load is slow, a server that misses a change never gets there. */
    private static final int PATIENCE = 200_000;

    /** Words that stand in each fact of a monograph's one variant and in none of the other's. */
    private static final List<String> VARIANTS = List.of("alphaitis", "betaitis");

    @TempDir
    Path folder;

    @Test
    void everyAnswerUnderLoadIsOfOneVariantAndNoneFails() throws Exception {
        Path monographs = Files.createDirectory(folder.resolve("monographs"));
        write(monographs, 0);
        Path data = folder.resolve("data");
        AtomicReference<String> base = new AtomicReference<>();
        Service service = new Service(
                new Wiring(data),
                data,
                Monographs.own(List.of(monographs)),
                ServerConfiguration.local(0, ThisRelease.get()));
        try {
            service.start((fhir, served) -> base.set(fhir));
            load(base.get(), monographs);
        } finally {
            service.close();
        }
    }

    private void load(String base, Path monographs) throws Exception {
        ConcurrentHashMap<String, String> bodies = new ConcurrentHashMap<>();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<SwapClient>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                SwapClient client = new SwapClient(base, VARIANTS, bodies);
                int first = i;
                clients.add(threads.submit(() -> {
                    for (int n = first; !enough.get(); n++) {
                        client.askOf(name(n % MONOGRAPHS));
                    }
                    return client;
                }));
            }
            SwapClient watching = new SwapClient(base, VARIANTS, bodies);
            for (int swap = 1; swap <= SWAPS; swap++) {
                write(monographs, swap % VARIANTS.size());
                awaitAll(watching, VARIANTS.get(swap % VARIANTS.size()), clients);
            }
            enough.set(true);
            for (Future<SwapClient> client : clients) {
                SwapClient ended = client.get();
                assertThat(ended.answers()).as("answers").isGreaterThan(SWAPS * MONOGRAPHS);
                assertThat(ended.seen()).as("variants").containsExactlyInAnyOrderElementsOf(VARIANTS);
            }
        } finally {
            enough.set(true);
            threads.shutdown();
        }
    }

    private static void awaitAll(SwapClient client, String variant, List<Future<SwapClient>> others) throws Exception {
        for (int i = 0; i < PATIENCE; i++) {
            for (Future<SwapClient> other : others) {
                if (other.isDone()) {
                    other.get(); // Its failure is the test's.
                }
            }
            JsonNode all = client.get("MedicationKnowledge?_count=" + 2 * MONOGRAPHS);
            assertThat(all.get("total").asInt()).isEqualTo(MONOGRAPHS);
            int changed = 0;
            for (JsonNode entry : all.get("entry")) {
                changed += client.variant(entry.get("resource")).equals(variant) ? 1 : 0;
            }
            if (changed == MONOGRAPHS) {
                return;
            }
        }
        throw new AssertionError("The change to " + variant + " is not served.");
    }

    /** Each file appears whole, as an editor saves it. */
    private void write(Path monographs, int variant) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        for (int i = 0; i < MONOGRAPHS; i++) {
            Path file = Files.writeString(work.resolve(name(i) + ".md"), monograph(name(i), VARIANTS.get(variant)));
            Files.move(
                    file,
                    monographs.resolve(file.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String name(int i) {
        return "drug" + i;
    }

    private static String monograph(String name, String condition) {
        return """
                ---
                title: %1$s
                ---

                # %1$s
                ### Usage
                %1$s is used to treat acute %2$s. It is used to treat chronic %2$s. It is used to prevent %2$s.
                ### Contraindications
                It is contraindicated in patients with severe %2$s.
                It is contraindicated in patients with juvenile %2$s.
                ### Mechanism of Action
                It blocks the receptors of %2$s.
                """.formatted(name, condition);
    }
}
