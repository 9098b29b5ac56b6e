package org.w3id.materia.cli;

import java.util.Set;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.ExhaustedMemory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: drug monographs in Markdown, served as FHIR R4. */
@Command(
        name = "materia",
        description = "Turns drug monographs in Markdown into FHIR R4 and serves them.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        subcommands = {
            ServeCommand.class,
            ConvertCommand.class,
            CheckCommand.class,
            LoadCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class
        })
public final class Materia {
    /** Commands that make or serve resources. */
    private static final Set<String> WITH_MODEL = Set.of("serve", "convert", "import");

    private Materia() {}

    /**
     * Runs a command and ends the process with its exit code: 0 done; 1 done, with findings; 2 unusable input or a wrong
     * option.
     */
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            ExhaustedMemory.endProcessOn(failure);
            LoggerFactory.getLogger(Materia.class).error("The thread {} failed", thread.getName(), failure);
        });
        if (args.length > 0 && WITH_MODEL.contains(args[0])) {
            SharedModel.beginReading(); // While the command line is read.
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Materia())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
                .setExecutionExceptionHandler((e, line, result) -> {
                    ExhaustedMemory.endProcessOn(e);
                    if (!(e instanceof UnusableInputException)) {
                        throw e;
                    }
                    line.getErr().println("materia: " + e.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
    }
}
