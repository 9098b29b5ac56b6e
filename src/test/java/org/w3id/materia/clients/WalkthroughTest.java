package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.cli.SampleServer;
import org.w3id.materia.clients.Program.Ended;

/** Every command of the walk-through is run as it stands there, and answers what stands there. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("process")
@Tag("server")
class WalkthroughTest {
    private static final Path DOCUMENT = Path.of("docs/walkthrough.md");
    private static final String ADDRESS = "http://127.0.0.1:8080";

    @TempDir
    Path directory;

    private static SampleServer server;

    /** @param answer the block that follows the command */
    record Step(Snippet command, Snippet answer) {
        @Override
        public String toString() {
            return "line " + command.line();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Program.require(Program.runs("bash", "--version"), "bash", "the walk-through is written for it");
        Program.require(Program.runs("curl", "--version"), "curl", "the walk-through is made of its commands");
        server = SampleServer.shared();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void theCommandAnswersWhatIsShown(Step step) throws Exception {
        Ended ended = Program.run(
                List.of("bash", "-euo", "pipefail", "-c", step.command().text().replace(ADDRESS, server.address())),
                directory,
                Map.of());
        String answer = ended.output().replace("\r\n", "\n").replace(server.address(), ADDRESS);
        assertThat(ended.status()).as(answer).isZero();
        assertThat(new ShownAnswer(step.answer().text()).isOf(answer))
                .as(
                        "%s:%d shows%n%s%nand it is%n%s",
                        DOCUMENT, step.answer().line(), step.answer().text(), answer)
                .isTrue();
    }

    static Stream<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Snippet command = null;
        for (Snippet snippet : Snippet.of(DOCUMENT)) {
            boolean isCommand = snippet.language().equals("sh");
            if (isCommand == (command != null)) {
                throw new IllegalStateException(DOCUMENT + ":" + snippet.line() + ": commands and answers alternate");
            }
            if (!isCommand) {
                steps.add(new Step(command, snippet));
            }
            command = isCommand ? snippet : null;
        }
        return steps.stream();
    }
}
