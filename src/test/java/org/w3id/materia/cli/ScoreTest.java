package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.server.config.ServerConfiguration;

/**
 * What the server serves of annotated monographs, measured over HTTP, on four sets: {@code open} (monographs of the collection that
 * may be looked at), {@code sealed} (others of it that nobody looks at: the difference tells whether a rule generalises), {@code samples}
 * (what is shipped) and {@code styles} (texts in other styles). The figures that were reached are in {@code score/SET.properties};
 * none may get worse, and whoever betters one writes the new one down.
 */
@Tag("corpus")
@Tag("process")
@Tag("server")
class ScoreTest {
    private static final double ROUNDING = 0.0005;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "open, gold, ../shared/corpus",
        "sealed, gold-sealed, ../shared/corpus",
        "samples, gold-samples, fhir-resources/monographs",
        "styles, gold-styles, ../shared/gold-styles"
    })
    void noFigureGetsWorse(String set, String annotations, Path texts) throws Exception {
        Path gold = SharedFiles.require(annotations);
        Path tool = SharedFiles.require("tools/score");
        requirePython();

        JsonNode figures = served(tool, gold, annotated(gold, texts));

        SoftAssertions all = new SoftAssertions();
        reached(set).forEach((pointer, bound) -> compare(all, figures, (String) pointer, (String) bound));
        JsonNode evidence = figures.get("evidence");
        all.assertThat(evidence.get("facts").asInt()).isPositive();
        all.assertThat(evidence.get("quoted")).as("facts with a quote").isEqualTo(evidence.get("facts"));
        all.assertThat(evidence.get("exact")).as("quotes that are exact").isEqualTo(evidence.get("facts"));
        all.assertAll();
    }

    /** A bound is the least that a figure may be, or, behind {@code <=}, the most. */
    private static void compare(SoftAssertions all, JsonNode figures, String pointer, String bound) {
        if (bound.startsWith("<=")) {
            all.assertThat(figures.at(pointer).asDouble(0))
                    .as(pointer)
                    .isLessThanOrEqualTo(Double.parseDouble(bound.substring(2)) + ROUNDING);
        } else {
            all.assertThat(figures.at(pointer).asDouble(-1))
                    .as(pointer)
                    .isGreaterThanOrEqualTo(Double.parseDouble(bound) - ROUNDING);
        }
    }

    private JsonNode served(Path tool, Path gold, Path monographs) throws Exception {
        Path data = folder.resolve("data");
        Service service = new Service(
                new Wiring(data),
                data,
                Monographs.own(List.of(monographs)),
                ServerConfiguration.local(0, ThisRelease.get()));
        try {
            String[] base = new String[1];
            service.start((fhir, served) -> base[0] = fhir);
            return score(tool, base[0], gold, monographs);
        } finally {
            service.close();
        }
    }

    private static void requirePython() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (!there) {
            System.out.println("SKIPPED: this test runs a Python program, and there is no python3");
        }
        Assumptions.assumeTrue(there, "there is no python3");
    }

    private Path annotated(Path gold, Path texts) throws IOException {
        Path monographs = Files.createDirectory(folder.resolve("monographs"));
        try (Stream<Path> files = Files.walk(texts)) {
            for (Path file : files.filter(p -> p.toString().endsWith(".md")).toList()) {
                String name = file.getFileName().toString();
                if (Files.exists(gold.resolve(name.substring(0, name.length() - 3) + ".json"))) {
                    Files.copy(file, monographs.resolve(name));
                }
            }
        }
        return monographs;
    }

    private JsonNode score(Path tool, String base, Path gold, Path monographs) throws Exception {
        Path json = folder.resolve("score.json");
        Process process = new ProcessBuilder(
                        "python3",
                        tool.toString(),
                        base,
                        gold.toString(),
                        "--source",
                        monographs.toString(),
                        "--json",
                        json.toString())
                .redirectErrorStream(true)
                .start();
        // The tables go to the build's log, by way of this process: a child must not write into the test runner's
        // stream.
        System.out.println(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private static Properties reached(String set) throws IOException {
        Properties reached = new Properties();
        try (var in = ScoreTest.class.getResourceAsStream("score/" + set + ".properties")) {
            reached.load(in);
        }
        return reached;
    }
}
