package org.w3id.materia.terminology;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;

/**
 * The file that keeps a loaded code system: UTF-8 lines of tab-separated fields, the first of which tells the kind of line. A head
 * ({@code materia-concepts}, layout, name, title, system, version, kinds), for each concept {@code C} code and display, its {@code S} synonyms and
 * {@code R} references (system, code), and at the end {@code E} and the number of concepts, so that a file that lost its end is known.
 */
final class ConceptFile {
    private static final String MAGIC = "materia-concepts";
    private static final String LAYOUT = "1";
    private static final int HEAD = 7;

    private ConceptFile() {}

    /** Writes a file concept by concept; closing it without {@link #end} leaves one that cannot be read. */
    static final class Writer implements AutoCloseable {
        private final BufferedWriter out;
        private int concepts;

        Writer(Path file, ReleasedSystem system) throws IOException {
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            String kinds =
                    new TreeSet<>(system.kinds()).stream().map(Enum::name).collect(Collectors.joining(","));
            String version = system.version().orElse("");
            line(MAGIC, LAYOUT, system.name(), system.title(), system.system(), version, kinds);
        }

        void write(NamedConcept concept) throws IOException {
            line("C", concept.key().code(), concept.display());
            for (String synonym : concept.synonyms()) {
                line("S", synonym);
            }
            for (ConceptKey reference : concept.crossReferences()) {
                line("R", reference.system(), reference.code());
            }
            concepts++;
        }

        void end() throws IOException {
            line("E", Integer.toString(concepts));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private void line(String... fields) throws IOException {
            for (int i = 0; i < fields.length; i++) {
                out.write(i == 0 ? "" : "\t");
                out.write(fields[i].replaceAll("[\\t\\r\\n]", " "));
            }
            out.write('\n');
        }
    }

    /** What a file holds. */
    record Content(ReleasedSystem system, List<NamedConcept> concepts) {}

    /**
     * Reads a file.
     *
     * @throws IOException where it cannot be read, or is damaged
     */
    static Content read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            ReleasedSystem system = head(file, in.readLine());
            List<NamedConcept> concepts = new ArrayList<>();
            List<String> synonyms = new ArrayList<>();
            List<ConceptKey> references = new ArrayList<>();
            String[] concept = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split("\t", -1);
                switch (fields[0]) {
                    case "S" -> synonyms.add(fields[1]);
                    case "R" -> references.add(new ConceptKey(fields[1], fields[2]));
                    case "C", "E" -> {
                        if (concept != null) {
                            ConceptKey key = new ConceptKey(system.system(), concept[1]);
                            concepts.add(new NamedConcept(key, concept[2], synonyms, references));
                        }
                        if (fields[0].equals("E")) {
                            if (Integer.parseInt(fields[1]) != concepts.size()) {
                                throw damaged(file);
                            }
                            return new Content(system, concepts);
                        }
                        concept = fields;
                        synonyms.clear();
                        references.clear();
                    }
                    default -> throw damaged(file);
                }
            }
            throw damaged(file);
        }
    }

    private static ReleasedSystem head(Path file, String line) throws IOException {
        String[] fields = line == null ? new String[0] : line.split("\t", -1);
        if (fields.length != HEAD || !fields[0].equals(MAGIC) || !fields[1].equals(LAYOUT)) {
            throw damaged(file);
        }
        Set<PhraseKind> kinds = java.util.Arrays.stream(fields[6].split(","))
                .map(PhraseKind::valueOf)
                .collect(Collectors.toSet());
        Optional<String> version = Optional.of(fields[5]).filter(v -> !v.isEmpty());
        return new ReleasedSystem(fields[2], fields[3], fields[4], version, kinds);
    }

    private static IOException damaged(Path file) {
        return new IOException(file + " is damaged or of another version. Delete it and load the release again.");
    }
}
