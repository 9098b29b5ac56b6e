package org.w3id.materia.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("process")
class ExhaustedMemoryTest {
    @Test
    void exhaustedMemoryEndsTheProcessWhereverItShows() throws Exception {
        assertThat(exitCodeAfter("memory")).isEqualTo(ExhaustedMemory.EXIT_CODE);
    }

    @Test
    void nothingElseDoes() throws Exception {
        assertThat(exitCodeAfter("another failure")).isZero();
    }

    private static int exitCodeAfter(String failure) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Failing.class.getName(),
                        failure)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A program in which something failed, as a server tells it: wrapped. */
    static final class Failing {
        private Failing() {}

        public static void main(String[] arguments) {
            Throwable failure = arguments[0].equals("memory") ? new OutOfMemoryError() : new IllegalStateException();
            ExhaustedMemory.endProcessOn(new IllegalStateException("a request failed", failure));
        }
    }
}
