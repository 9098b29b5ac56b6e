package org.w3id.materia.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.materia.ingest.ImportReport;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.UnusableStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import}: brings a cluster up to date with folders of monographs, for all that serve from it, and ends. */
@Command(
        name = "import",
        description = "Imports monographs into a cluster, for the servers that serve from it.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all imported",
            "1:all imported, but for files that are not usable",
            "2:nothing imported: the cluster or a folder cannot be used, or another import is running"
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions store;

    @Option(
            names = "--monographs",
            split = ",",
            required = true,
            paramLabel = "DIR",
            description = "folder of Markdown files, read with its subfolders; may stand several times")
    private List<Path> monographs;

    @Mixin
    private DataDirectory data;

    @Override
    public Integer call() throws UnusableInputException {
        if (!store.isCluster()) {
            throw new UnusableInputException(
                    "--store is missing: a data directory is filled by the server that serves it.");
        }
        Path directory = data.path();
        Monographs own = Monographs.own(monographs);
        try (ContentStore content = ContentStore.inCluster(store.cluster(), directory, true);
                ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            return print(new Wiring(content.terminologies())
                    .importInto(content.knowledge(), own)
                    .run(own.folders(), progress));
        } catch (UnusableFolderException
                | UnusableStoreException
                | UncheckedIOException
                | Failure
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new UnusableInputException(e);
        }
    }

    private int print(ImportReport report) {
        report.errors().forEach(spec.commandLine().getErr()::println);
        spec.commandLine()
                .getOut()
                .printf(
                        "%d monographs converted, %d unchanged, %d removed, %d not usable%n",
                        report.converted(), report.unchanged(), report.removed(), report.notUsable());
        spec.commandLine().getOut().flush();
        return report.errors().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
