package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.model.Finding;
import org.w3id.materia.terminology.loaded.ReleaseFormats;

/** What is damaged is reported, and no damage makes a reader fail in another way than by saying that it cannot read. */
@Tag("slow")
class ReleaseRobustnessTest {
    /** All that stand there but folders of several releases. */
    private static final List<Path> RELEASES = releases();

    private static List<Path> releases() {
        try (Stream<Path> all = Files.list(CollectedRelease.fixture(""))) {
            return all.filter(r -> !r.endsWith("drugs")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 600)
    void noDamageCrashesAReader(
            @ForAll @IntRange(min = 0, max = 999) int release,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int wounds)
            throws IOException {
        Path original = RELEASES.get(release % RELEASES.size());
        ReleaseReader reader = reader(original);
        Path copy = Files.createTempDirectory("damaged");
        try {
            Path damaged = copy.resolve(original.getFileName());
            damage(original, damaged, new Random(seed), wounds);
            Unchecked sink = new Unchecked();
            if (reader.recognises(damaged)) {
                reader.read(damaged, sink);
            }
            assertThat(sink.withoutCode).isZero();
        } finally {
            try (Stream<Path> all = Files.walk(copy)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static ReleaseReader reader(Path release) {
        try {
            return ReleaseFormats.of(release);
        } catch (org.w3id.materia.terminology.loaded.UnusableReleaseException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies a release, and in its files replaces, removes or doubles some bytes. */
    private static void damage(Path from, Path to, Random random, int wounds) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = 0; i < wounds; i++) {
                        bytes = wounded(bytes, random);
                    }
                    Files.write(target, bytes);
                }
            }
        }
    }

    private static byte[] wounded(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(20));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> {
                out.write(bytes, at, end - at);
                out.write(bytes, at, end - at);
            }
            case 2 ->
                out.writeBytes(List.of("\"", "\t", "\n", "|", "{", "<", "]", "\u00e9", "0")
                        .get(random.nextInt(9))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> {} // the bytes are left out
        }
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }

    private static final class Unchecked implements ReleaseSink {
        private int withoutCode;

        @Override
        public void system(CodeSystem header) {}

        @Override
        public void concept(ReleasedConcept concept) {
            withoutCode += concept.code().isEmpty() || concept.display() == null ? 1 : 0;
        }

        @Override
        public void resource(MetadataResource resource) {}

        @Override
        public void finding(Finding finding) {
            assertThat(finding.line()).isNotNegative();
        }

        @Override
        public void reading(ReleaseFile file) {}

        @Override
        public void progressed(long bytes) {}
    }
}
