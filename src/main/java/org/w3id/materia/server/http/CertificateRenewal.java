package org.w3id.materia.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.pem.PemFiles;
import org.w3id.materia.server.config.ServerConfiguration.Tls;

/**
 * Takes up a certificate that has been renewed: new connections get it, and those that are open go on. Files are looked at now and then
 * rather than watched, as what renews them replaces them, or a link to their folder. A pair that does not fit, as while it is being
 * replaced, is left until it does.
 */
final class CertificateRenewal extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateRenewal.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Server server;
    private final SslContextFactory.Server keys;
    private final Tls files;
    private List<FileTime> used;
    private List<FileTime> seen;
    private Scheduler.Task next;

    CertificateRenewal(Server server, SslContextFactory.Server keys, Tls files) {
        this.server = server;
        this.keys = keys;
        this.files = files;
        used = times();
        seen = used;
    }

    @Override
    protected synchronized void doStart() {
        plan();
    }

    @Override
    protected synchronized void doStop() {
        if (next != null) {
            next.cancel();
        }
    }

    private void plan() {
        next = server.getScheduler().schedule(this::look, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (!isRunning()) {
            return;
        }
        List<FileTime> now = times();
        if (!now.equals(used)) {
            take(now);
        }
        plan();
    }

    private void take(List<FileTime> now) {
        try {
            var store = PemFiles.read(files.certificate(), files.key());
            keys.reload(factory -> factory.setKeyStore(store));
            used = now;
            LOG.info("The certificate in {} has been renewed.", files.certificate());
        } catch (Exception e) { // Jetty's reload may throw any.
            if (!now.equals(seen)) {
                LOG.warn("The certificate stays the one that it was: {}", e.getMessage());
            }
        }
        seen = now;
    }

    /** When each was changed last; the beginning of time where it cannot be told. */
    private List<FileTime> times() {
        return List.of(time(files.certificate()), time(files.key()));
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
