package org.w3id.materia.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.materia.ingest.MonographCheck;
import org.w3id.materia.ingest.MonographFile;
import org.w3id.materia.ingest.MonographFolders;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: what the converter understood, and what it did not. */
@Command(
        name = "check",
        description = "Shows what is understood of each monograph, and file:line of what is not.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing to report", "1:warnings", "2:a file or folder is unusable"})
final class CheckCommand implements Callable<Integer> {
    private static final int CLEAN = 0;
    private static final int WARNINGS = 1;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "folders of monographs")
    private List<Path> folders;

    @Option(names = "--json", description = "all facts and findings as JSON")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "OUT",
            description = "writes pages into this folder: each text with what was read of it, what stayed text and why")
    private Path html;

    @Override
    public Integer call() throws UnusableInputException {
        MonographFolders.Listing listing;
        try {
            listing = MonographFolders.list(folders);
        } catch (UnusableFolderException e) {
            throw new UnusableInputException(e);
        }
        List<Finding> findings = new ArrayList<>(listing.findings());
        List<MonographCheck> checks = new ArrayList<>();
        for (MonographFile file : listing.files()) {
            try {
                checks.add(MonographCheck.of(file.path(), file.content()));
            } catch (IOException e) {
                findings.add(file.unreadable(e));
            }
        }
        checks.forEach(check -> findings.addAll(check.findings()));
        writePages(checks, findings);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CheckJson.print(checks, findings, out);
        } else {
            CheckText.print(checks, findings, out);
        }
        out.flush();
        return exitCode(findings);
    }

    private void writePages(List<MonographCheck> checks, List<Finding> findings) throws UnusableInputException {
        if (html != null) {
            try {
                CheckPages.write(checks, findings, html);
            } catch (IOException e) {
                throw new UnusableInputException("The pages cannot be written to " + html + " (" + e + ").");
            }
        }
    }

    private static int exitCode(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return UNUSABLE;
        }
        return findings.stream().anyMatch(f -> f.severity() == Severity.WARNING) ? WARNINGS : CLEAN;
    }
}
