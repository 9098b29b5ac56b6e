package org.w3id.materia.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a Markdown file.
 *
 * @param language what stands behind the fence; may be empty
 * @param text its lines, each with its end
 * @param line number of the fence in its file, from 1
 */
record Snippet(String language, String text, int line) {
    private static final String FENCE = "```";

    /** The blocks of a file, in order. */
    static List<Snippet> of(Path markdown) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Optional<Snippet> open = Optional.empty();
        int number = 0;
        for (String line : Files.readAllLines(markdown)) {
            number++;
            if (open.isPresent() && line.equals(FENCE)) {
                snippets.add(open.get());
                open = Optional.empty();
            } else if (open.isPresent()) {
                open = open.map(snippet -> snippet.with(line));
            } else if (line.startsWith(FENCE)) {
                open = Optional.of(new Snippet(line.substring(FENCE.length()), "", number));
            }
        }
        if (open.isPresent()) {
            throw new IllegalStateException(markdown + ":" + open.get().line() + ": the block has no end");
        }
        return snippets;
    }

    private Snippet with(String more) {
        return new Snippet(language, text + more + "\n", line);
    }
}
