package org.w3id.materia.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.lucene.backup.Backup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: the data directory as one archive; a {@code serve} of it goes on meanwhile. */
@Command(
        name = "backup",
        description = "Copies the data directory into one archive, also while 'serve' uses it.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class)
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "the archive; one of that name is replaced once the new one is whole")
    private Path archive;

    @Mixin
    private DataDirectory data;

    @Override
    public Integer call() throws UnusableInputException {
        try {
            Path directory = data.path();
            long bytes = new Backup(directory).to(archive);
            spec.commandLine().getOut().printf("%s holds %d bytes of %s%n", archive, bytes, directory.toAbsolutePath());
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        } catch (UnusableStoreException | UncheckedIOException e) {
            throw new UnusableInputException(e);
        }
    }
}
