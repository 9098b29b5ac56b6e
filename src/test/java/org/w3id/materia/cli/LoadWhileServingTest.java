package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.server.config.ServerConfiguration;

/** Terminologies are loaded and taken back while a server has the data directory and is asked without a pause. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("server")
class LoadWhileServingTest {
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String ATC = "http://www.whocc.no/atc";
    private static final String CODE = "C08CA01";
    private static final String LOOKUP = "CodeSystem/$lookup?code=" + CODE + "&system=" + ATC;

    /** A product: of RxNorm only the ingredients are shipped. */
    private static final String PRODUCT = "CodeSystem/$lookup?code=197361&system=" + RXNORM;

    private static final String INGREDIENT = "\"17767\"";
    private static final String EXPAND = "ValueSet/$expand?url=" + RXNORM + "/vs&count=100";
    private static final String MEDICINE = "MedicationKnowledge/amlodipine";
    private static final String DRUGS = "src/test/resources/releases/drugs/";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<String> base = new AtomicReference<>();
    private Path data;
    private Service service;

    @BeforeEach
    void serve() throws Exception {
        data = folder.resolve("data");
        Path monographs = Files.createDirectory(folder.resolve("monographs"));
        Files.writeString(
                monographs.resolve("amlodipine.md"),
                "---\ntitle: Amlodipine\n---\n\n# Amlodipine\n### Usage\nAmlodipine is used to treat hypertension.\n");
        service = new Service(
                new Wiring(data),
                data,
                Monographs.own(List.of(monographs)),
                ServerConfiguration.local(0, ThisRelease.get()));
        service.start((fhir, served) -> base.set(fhir));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatIsLoadedIsServedAndCodesTheMonographsWithoutARestart() throws Exception {
        assertThat(get(LOOKUP).statusCode()).isEqualTo(404);
        assertThat(get(PRODUCT).statusCode()).isEqualTo(404);
        assertThat(get(MEDICINE).body()).contains(INGREDIENT).doesNotContain(CODE);
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> asking = thread.submit(() -> askUntil(enough));
            load(DRUGS + "atc-2024.csv");
            awaitStatus(LOOKUP, 200);
            awaitText(MEDICINE, CODE, true);
            load("--remove", ATC);
            awaitStatus(LOOKUP, 404);
            awaitText(MEDICINE, CODE, false);
            load(DRUGS + "rxnorm");
            awaitStatus(PRODUCT, 200);
            load("--remove", RXNORM);
            awaitStatus(PRODUCT, 404);
            // What is shipped codes it again.
            awaitText(MEDICINE, INGREDIENT, true);
            enough.set(true);
            assertThat(asking.get()).as("answers").isPositive();
        } finally {
            enough.set(true);
            thread.shutdown();
        }
    }

    /** Every answer is one from before a load or one from after it, and none is an error of the server. */
    private int askUntil(AtomicBoolean enough) throws Exception {
        int answers = 0;
        while (!enough.get()) {
            HttpResponse<String> lookup = get(LOOKUP);
            assertThat(lookup.statusCode()).as(lookup.body()).isIn(200, 404);
            HttpResponse<String> expansion = get(EXPAND);
            assertThat(expansion.statusCode()).as(expansion.body()).isIn(200, 404, 422);
            answers++;
        }
        return answers;
    }

    private void awaitStatus(String path, int status) throws Exception {
        while (get(path).statusCode() != status) {
            Thread.onSpinWait();
        }
    }

    private void awaitText(String path, String text, boolean isThere) throws Exception {
        while (get(path).body().contains(text) != isThere) {
            Thread.onSpinWait();
        }
    }

    private void load(String... what) {
        List<String> arguments = new java.util.ArrayList<>(List.of("load", "--data", data.toString()));
        arguments.addAll(List.of(what));
        assertThat(Materia.commandLine().execute(arguments.toArray(String[]::new)))
                .isZero();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base.get() + "/" + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
