package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.terminology.codesystem.ResourceIdentity;
import org.w3id.materia.terminology.loaded.LoadReport;
import org.w3id.materia.terminology.loaded.LoadedItem;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;
import org.w3id.materia.terminology.loaded.SharedTerminologies;
import org.w3id.materia.terminology.loaded.UnusableReleaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load}: terminology releases into the data directory, or a cluster; each {@code serve} of it that runs takes them up. */
@Command(
        name = "load",
        description = "Loads terminologies, with which 'serve' and 'convert' then code what monographs say.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all loaded",
            "1:all loaded, but for lines that are not understood",
            "2:a file is no release of a known format, or the data directory or the cluster cannot be used"
        })
final class LoadCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 40;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "releases; the format is recognised by the content")
    private List<Path> releases = List.of();

    @Option(names = "--list", description = "says what is loaded")
    private boolean list;

    @Option(
            names = "--remove",
            paramLabel = "SYSTEM[|VERSION]",
            description = "takes back what was loaded of this canonical URL; without a version, all versions of it")
    private List<String> removed = List.of();

    @Mixin
    private StoreOptions store;

    @Mixin
    private DataDirectory data;

    @Override
    public Integer call() throws UnusableInputException {
        if (releases.isEmpty() && removed.isEmpty() && !list) {
            throw new ParameterException(spec.commandLine(), "Missing: releases to load, --list or --remove");
        }
        Path directory = data.path();
        try {
            DirectoryLock lock = DirectoryLock.acquireForLoad(directory);
            try {
                return store.isCluster() ? runInCluster(directory) : runIn(directory);
            } finally {
                lock.close();
            }
        } catch (UnusableReleaseException
                | UnusableStoreException
                | UncheckedIOException
                | Failure
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new UnusableInputException(e);
        }
    }

    private int runIn(Path directory) throws UnusableReleaseException, UnusableInputException {
        LoadedTerminologies terminologies = ContentStore.loadedInto(directory);
        int code = change(terminologies);
        end(terminologies.list(), "The data directory is " + directory.toAbsolutePath());
        return code;
    }

    private int runInCluster(Path directory) throws UnusableReleaseException, UnusableInputException {
        ClusterSettings cluster = store.cluster();
        SharedTerminologies shared = ContentStore.shared(cluster);
        int code = 0;
        if (!releases.isEmpty() || !removed.isEmpty()) {
            try (SharedTerminologies.Session session = shared.begin(directory.resolve("loading"))
                    .orElseThrow(() -> new UnusableStoreException(
                            "Another load into the cluster is under way. Wait until it has ended."))) {
                code = change(session.terminologies());
            }
        }
        end(shared.list(), "The cluster is " + cluster.nodes().get(0) + ", with indices of " + cluster.prefix());
        return code;
    }

    private int change(LoadedTerminologies terminologies) throws UnusableReleaseException, UnusableInputException {
        int code = remove(terminologies);
        return releases.isEmpty() ? code : load(terminologies);
    }

    private void end(List<LoadedItem> loaded, String where) {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            list(loaded, out);
        }
        out.println(where);
        out.flush();
    }

    private int load(LoadedTerminologies terminologies) throws UnusableReleaseException {
        boolean findings = false;
        try (ProgressDisplay progress = ProgressDisplay.onStandardError()) {
            for (Path release : releases) {
                LoadReport report = terminologies.load(release, progress);
                print(release, report);
                findings |= report.notUnderstood() > 0;
            }
        }
        return findings ? 1 : 0;
    }

    private void print(Path release, LoadReport report) {
        report.findings().forEach(spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %s%s%s, %d lines not understood%s%n",
                release,
                content(report.items()),
                counted(report.concepts(), "concepts"),
                counted(report.crossReferences(), "codes of other systems"),
                report.notUnderstood(),
                report.changed() ? "" : "; loaded before, nothing changed");
        if (report.files().read().size() + report.files().unread().size() > 1) {
            out.printf("  read: %s%n", names(report.files().read()));
            out.printf("  not read: %s%n", names(report.files().unread()));
        }
        out.flush();
    }

    private static String names(List<String> files) {
        String first = files.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = files.size() - MOST_NAMED;
        return files.isEmpty() ? "nothing" : more > 0 ? first + " and " + more + " more" : first;
    }

    /** Whole resources have no concepts of their own to count. */
    private static String counted(long number, String what) {
        return number == 0 ? "" : ", " + number + ' ' + what;
    }

    private static String content(List<LoadedItem> items) {
        if (items.size() == 1) {
            return title(items.get(0));
        }
        Map<String, Long> byType = items.stream()
                .collect(Collectors.groupingBy(i -> i.identity().type(), TreeMap::new, Collectors.counting()));
        return byType.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String title(LoadedItem item) {
        ResourceIdentity identity = item.identity();
        String title = item.description().title() == null
                ? identity.url()
                : item.description().title();
        return identity.version() == null ? title : title + " " + identity.version();
    }

    private static void list(List<LoadedItem> items, PrintWriter out) {
        if (items.isEmpty()) {
            out.println("Nothing is loaded.");
        }
        for (LoadedItem item : items) {
            int concepts = item.codes().count();
            out.printf(
                    "%s %s%s%n",
                    item.identity().type(),
                    item.identity().canonical(),
                    concepts > 0 ? ", " + concepts + " concepts" : "");
        }
    }

    private int remove(LoadedTerminologies terminologies) throws UnusableInputException {
        PrintWriter out = spec.commandLine().getOut();
        for (String canonical : removed) {
            List<LoadedItem> gone = terminologies.remove(canonical);
            if (gone.isEmpty()) {
                throw new UnusableInputException(canonical + " is not loaded. What is loaded: load --list");
            }
            gone.forEach(i -> out.printf(
                    "removed %s %s%n", i.identity().type(), i.identity().canonical()));
        }
        out.flush();
        return 0;
    }
}
