package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.terminology.LoadReport;
import org.w3id.materia.terminology.LoadedTerminologies;
import org.w3id.materia.terminology.UnusableReleaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load}: terminology releases into the data directory, ahead of {@code serve}. */
@Command(
        name = "load",
        description = "Loads terminologies, with which 'serve' and 'convert' then code what monographs say.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all loaded",
            "1:all loaded, but for lines that are not understood",
            "2:a file is no release of a known format, or the data directory cannot be used"
        })
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "releases; the format is recognised by the content")
    private List<Path> releases;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data directory of 'serve' (default: in the user's cache)")
    private Path data;

    @Option(
            names = "--monographs",
            split = ",",
            paramLabel = "DIR",
            description = "as of 'serve': without --data, these decide the data directory")
    private List<Path> monographs = List.of();

    @Override
    public Integer call() throws UnusableInputException {
        Path directory =
                data != null ? data : DataDirectory.inCache(monographs, System.getenv(), System.getProperties());
        try {
            DirectoryLock lock = DirectoryLock.acquire(directory);
            try {
                return load(LoadedTerminologies.in(directory));
            } finally {
                lock.close();
            }
        } catch (UnusableReleaseException | UnusableStoreException | UncheckedIOException e) {
            throw new UnusableInputException(e);
        }
    }

    private int load(LoadedTerminologies terminologies) throws UnusableReleaseException {
        boolean findings = false;
        try (LoadProgress progress = LoadProgress.onStandardError()) {
            for (Path release : releases) {
                LoadReport report = terminologies.load(release, progress);
                print(release, report);
                findings |= !report.findings().isEmpty();
            }
        }
        return findings ? 1 : 0;
    }

    private void print(Path release, LoadReport report) {
        report.findings().forEach(spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %s%s, %d concepts, %d codes of other systems, %d lines not understood%s%n",
                release,
                report.system().title(),
                report.system().version().map(v -> " " + v).orElse(""),
                report.concepts(),
                report.crossReferences(),
                report.findings().size(),
                report.changed() ? "" : "; loaded before, nothing changed");
        out.flush();
    }
}
