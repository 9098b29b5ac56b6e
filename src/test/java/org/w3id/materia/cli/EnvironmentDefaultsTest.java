package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class EnvironmentDefaultsTest {
    @Command(mixinStandardHelpOptions = true)
    static final class Example {
        @Option(names = "--port")
        int port;

        @Option(
                names = {"-m", "--monograph-folder"},
                split = ",")
        List<String> folders;
    }

    @Test
    void variablesFillOptionsThatAreNotGiven() {
        Example example = parse(Map.of("MATERIA_PORT", "81", "MATERIA_MONOGRAPH_FOLDER", "/a,/b"));

        assertThat(example.port).isEqualTo(81);
        assertThat(example.folders).containsExactly("/a", "/b");
    }

    @Test
    void commandLineWinsOverVariable() {
        assertThat(parse(Map.of("MATERIA_PORT", "81"), "--port", "82").port).isEqualTo(82);
    }

    @Test
    void blankVariableCountsAsAbsent() {
        assertThat(parse(Map.of("MATERIA_PORT", " ")).port).isZero();
    }

    @Test
    void helpIsNotSwitchedOnByAVariable() {
        Example example = new Example();
        CommandLine line = new CommandLine(example)
                .setDefaultValueProvider(new EnvironmentDefaults(Map.of("MATERIA_HELP", "true")));

        assertThat(line.parseArgs().matchedOption("--help")).isNull();
    }

    private static Example parse(Map<String, String> environment, String... arguments) {
        Example example = new Example();
        new CommandLine(example)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .parseArgs(arguments);
        return example;
    }
}
