package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.SharedWork;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** Work that processes share by an index of a cluster: a document is the register, one for each task says who has it, and files are parts. */
public final class OpenSearchWork implements SharedWork {
    /** Of the documents. */
    private static final int LAYOUT = 1;

    private static final String REGISTER = "register";
    private static final String TASK = "task-";
    private static final String TIDYING = "tidying";

    /** More processes than this do not come between each other's changes without a pause. */
    private static final int TRIES = 20;

    private final FileParts files;
    private final WholeDocuments documents;
    private final Duration leaseTime;
    private final Map<String, LeaseWatch> watched = new ConcurrentHashMap<>();

    private OpenSearchWork(ClusterSettings settings, String name) {
        this.files = new FileParts(new ClusterClient(settings), settings.prefix() + "-" + name + "-" + LAYOUT);
        this.documents = files.documents();
        this.leaseTime = settings.leaseTime();
    }

    /**
     * Opens it, with nothing registered where there is none yet.
     *
     * @param name small letters, digits and hyphens
     * @throws org.w3id.materia.store.UnusableStoreException where the cluster refuses what is needed
     * @throws Failure unavailable where it does not answer
     */
    public static OpenSearchWork open(ClusterSettings settings, String name) {
        OpenSearchWork work = new OpenSearchWork(settings, name);
        Startup.await(work::register);
        return work;
    }

    @Override
    public Map<String, String> register() {
        return registered(documents.get(REGISTER));
    }

    private static Map<String, String> registered(Optional<WholeDocuments.Versioned> document) {
        Map<String, String> all = new TreeMap<>();
        document.ifPresent(found -> found.source()
                .path(REGISTER)
                .properties()
                .forEach(each -> all.put(each.getKey(), each.getValue().asText())));
        return all;
    }

    @Override
    public void change(UnaryOperator<Map<String, String>> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<WholeDocuments.Versioned> before = documents.get(REGISTER);
            Map<String, String> now = registered(before);
            Map<String, String> next = change.apply(new TreeMap<>(now));
            ObjectNode source = Clauses.object();
            next.forEach(source.putObject(REGISTER)::put);
            if (next.equals(now) || documents.replace(REGISTER, before, source)) {
                return;
            }
        }
        throw Failure.unavailable("Too many servers change the same at the moment. Try again shortly.");
    }

    @Override
    public Optional<Claim> claim(String task) {
        String what = TASK + task;
        Optional<Lease> taken = watched.computeIfAbsent(what, w -> new LeaseWatch(documents, w, leaseTime))
                .tryToTake();
        taken.ifPresent(lease -> watched.remove(what));
        return taken.map(Held::new);
    }

    private record Held(Lease lease) implements Claim {
        @Override
        public boolean isHeld() {
            return lease.isHeld();
        }

        @Override
        public void close() {
            lease.close();
        }
    }

    @Override
    public void put(String entry, String name, Path from) throws IOException {
        files.put(entry, name, from, () -> {});
    }

    @Override
    public boolean read(String entry, String name, long length, OutputStream to) throws IOException {
        return files.read(entry, name, length, to);
    }

    /** What is put while it runs stays, as nobody else lets it be seen meanwhile. */
    @Override
    public boolean keepOnly(Supplier<Set<String>> entries) {
        Optional<Claim> claim = claim(TIDYING);
        if (claim.isEmpty()) {
            return false;
        }
        try (Claim held = claim.get()) {
            files.show();
            Set<String> kept = entries.get();
            if (held.isHeld()) {
                files.removeAllBut(kept);
            }
            return held.isHeld();
        }
    }
}
