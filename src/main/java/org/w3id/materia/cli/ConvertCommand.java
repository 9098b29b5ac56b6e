package org.w3id.materia.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.w3id.materia.cli.ContentStore.CopiedTerminologies;
import org.w3id.materia.fhir.export.JsonWriter;
import org.w3id.materia.fhir.export.NdjsonWriter;
import org.w3id.materia.fhir.export.PackageWriter;
import org.w3id.materia.fhir.export.ResourceWriter;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.ingest.MonographConverter.Conversion;
import org.w3id.materia.ingest.MonographFile;
import org.w3id.materia.ingest.MonographFolders;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.UnusableStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code convert}: the resources as files. Equal input gives equal files: {@code meta.lastUpdated} is the day of the
 * converter's release, not the time of the run.
 */
@Command(
        name = "convert",
        description = "Converts monographs and writes the FHIR resources to files.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all converted", "1:some files could not be converted", "2:nothing could be read or written"})
final class ConvertCommand implements Callable<Integer> {
    private static final String CANONICAL = "https://w3id.org/materia/fhir";
    private static final String PACKAGE = "materia.monographs";

    /** What the files look like. */
    enum Format {
        NDJSON,
        JSON,
        PACKAGE
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "folders of monographs")
    private List<Path> folders;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR|FILE",
            description = "a new or empty folder, or a file (.ndjson, .json, .tgz)")
    private Path out;

    @Option(
            names = "--format",
            defaultValue = "ndjson",
            description = "ndjson, json or package (default: ${DEFAULT-VALUE})")
    private String format;

    @Mixin
    private DataDirectory data;

    @Mixin
    private StoreOptions store;

    /** Phrases are coded with what is loaded: in the data directory, or in the cluster. */
    @Override
    public Integer call() throws UnusableInputException {
        if (!store.isCluster()) {
            return convert(new Wiring(data.path()));
        }
        try (CopiedTerminologies copied = ContentStore.copied(store.cluster(), data.path())) {
            return convert(new Wiring(copied.terminologies()));
        } catch (UnusableStoreException | Failure | UncheckedIOException e) {
            throw new UnusableInputException(e);
        }
    }

    private int convert(Wiring wiring) throws UnusableInputException {
        Format wanted = parse(format);
        List<Finding> findings = new ArrayList<>();
        int failed = 0;
        try (ResourceWriter writer = writer(wanted);
                ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            MonographFolders.Listing listing = MonographFolders.list(folders);
            findings.addAll(listing.findings());
            Instant time = ThisRelease.get().date().atStartOfDay().toInstant(ZoneOffset.UTC);
            for (IndexedResource resource : wiring.shipped().resources().apply(time)) {
                write(writer, resource);
            }
            progress.planned(listing.files().size(), 0, 0);
            for (MonographFile file : listing.files()) {
                Conversion conversion = convert(file, wiring.stages(), listing.ids(), time);
                for (IndexedResource resource : conversion.resources()) {
                    write(writer, resource);
                }
                findings.addAll(conversion.findings());
                failed += conversion.resources().isEmpty() ? 1 : 0;
                progress.converted(file.path());
            }
            Path written = writer.finish();
            spec.commandLine()
                    .getOut()
                    .println(listing.files().size() - failed + " monographs converted to " + written);
        } catch (UnusableFolderException | UncheckedIOException e) {
            throw new UnusableInputException(e);
        } catch (IOException e) {
            throw new UnusableInputException("cannot write " + out + ": " + e.getMessage());
        }
        findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .forEach(spec.commandLine().getErr()::println);
        return failed == 0 && findings.stream().noneMatch(f -> f.severity() == Severity.ERROR) ? 0 : 1;
    }

    /** A file that cannot be read is told like one that cannot be understood. */
    private static Conversion convert(
            MonographFile file, ConversionStages stages, Set<String> collection, Instant time) {
        byte[] content;
        try {
            content = file.content();
        } catch (IOException e) {
            return new Conversion(List.of(), List.of(file.unreadable(e)), Set.of());
        }
        return stages.convert(file.path(), content, collection, time);
    }

    private ResourceWriter writer(Format wanted) throws IOException {
        return switch (wanted) {
            case NDJSON -> new NdjsonWriter(out);
            case JSON -> new JsonWriter(out);
            case PACKAGE ->
                new PackageWriter(packageFile(), PACKAGE, ThisRelease.get().version(), CANONICAL);
        };
    }

    /** A folder gets the file's usual name, {@code name-version.tgz}. */
    private Path packageFile() {
        return out.toString().endsWith(".tgz")
                ? out
                : out.resolve(PACKAGE + "-" + ThisRelease.get().version() + ".tgz");
    }

    private static void write(ResourceWriter writer, IndexedResource resource) throws IOException {
        StoredResource stored = resource.resource();
        writer.write(stored.key().type(), stored.key().id(), stored.json());
    }

    private static Format parse(String name) throws UnusableInputException {
        try {
            return Format.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("--format is ndjson, json or package, not '" + name + "'");
        }
    }
}
