package org.w3id.materia.server.http;

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
import org.w3id.materia.model.pem.RenewedFiles;
import org.w3id.materia.server.config.ServerConfiguration.Tls;

/** Takes up a certificate that has been renewed: new connections get it, and those that are open go on. */
final class CertificateRenewal extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateRenewal.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Server server;
    private final SslContextFactory.Server keys;
    private final Tls files;
    private final RenewedFiles renewed;
    private Scheduler.Task next;

    CertificateRenewal(Server server, SslContextFactory.Server keys, Tls files) {
        this.server = server;
        this.keys = keys;
        this.files = files;
        renewed = new RenewedFiles(List.of(files.certificate(), files.key()));
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
        take();
        plan();
    }

    private void take() {
        try {
            if (renewed.look(() -> {
                var store = PemFiles.read(files.certificate(), files.key());
                keys.reload(factory -> factory.setKeyStore(store));
            })) {
                LOG.info("The certificate in {} has been renewed.", files.certificate());
            }
        } catch (Exception e) { // Jetty's reload may throw any.
            LOG.warn("The certificate stays the one that it was: {}", e.getMessage());
        }
    }
}
