package org.w3id.materia.model;

/**
 * The end of the process where memory ran out, as {@code -XX:+ExitOnOutOfMemoryError} has it: what was under way then is in no known state, and a
 * supervisor starts anew. The option acts at once and everywhere; this is for whoever starts the program without it.
 */
public final class ExhaustedMemory {
    /** That of the option. */
    public static final int EXIT_CODE = 3;

    private ExhaustedMemory() {}

    /** Ends the process, without any more work, where the failure or what caused it is exhausted memory. */
    public static void endProcessOn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                try {
                    System.err.println("Memory ran out; the process ends. A larger heap: java -Xmx2g -jar ...");
                } finally {
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
            }
        }
    }
}
