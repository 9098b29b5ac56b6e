package org.w3id.materia.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.lucene.backup.Restore;
import org.w3id.materia.store.lucene.backup.UnusableBackupException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: what {@code backup} wrote, into a data directory that holds nothing yet. */
@Command(
        name = "restore",
        description =
                "Puts an archive of 'backup' into a data directory that holds nothing yet: all of it, or nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the archive")
    private Path archive;

    @Mixin
    private DataDirectory data;

    @Override
    public Integer call() throws UnusableInputException {
        try {
            Path directory = data.path();
            long bytes = new Restore(directory).from(archive);
            spec.commandLine().getOut().printf("%s holds %d bytes of %s%n", directory.toAbsolutePath(), bytes, archive);
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        } catch (UnusableBackupException | UnusableStoreException | UncheckedIOException e) {
            throw new UnusableInputException(e);
        }
    }
}
