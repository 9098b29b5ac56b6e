package org.w3id.materia.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.failure.FormHandler;
import org.w3id.materia.server.http.RequestIdHandler;
import org.w3id.materia.server.http.SecurityHeadersHandler;
import org.w3id.materia.server.http.UnreadBodyHandler;
import org.w3id.materia.server.http.WholeAnswerGzip;
import org.w3id.materia.server.log.RequestInLog;

/** What a request passes on its way in, from the outermost: stop, unread bodies, headers, id, cross-origin rules, the gate, gzip, size, content. */
final class Handlers {
    private static final int SMALLEST_TO_COMPRESS = 1024;

    /**
     * What stands before the content.
     *
     * @param gate before all of it
     * @param view before all that the fast path does not answer, which leaves to it what browsers ask for
     */
    record Around(UnaryOperator<Handler> gate, UnaryOperator<Handler> view) {}

    private Handlers() {}

    /**
     * @param stream answers as long as the client listens, so that nothing may hold its answer back
     * @param around put before all content
     * @param others asked in this order, before HAPI's server, which answers all that is below its path
     */
    static Handler chain(
            FastPath fast, FhirServlet fhir, Handler stream, List<Handler> others, Around around, Limits limits) {
        ServletContextHandler fhirContext = new ServletContextHandler("/fhir");
        fhirContext.addServlet(new ServletHolder(fhir), "/*");
        fhirContext.setAllowNullPathInContext(true); // /fhir is answered like /fhir/, and not redirected.
        fhirContext.setMaxFormContentSize(limits.sizes().body());
        Handler.Sequence rest = new Handler.Sequence();
        others.forEach(rest::addHandler);
        rest.addHandler(fhirContext);

        SizeLimitHandler size = new SizeLimitHandler(limits.sizes().body(), -1);
        size.setHandler(new FormHandler(rest)); // Within gzip, as a small body may hide a large one.
        CrossOriginHandler crossOrigin = crossOrigin();
        // The fast path reads no body and writes each answer whole: it needs neither the limit nor gzip for streams.
        crossOrigin.setHandler(around.gate()
                .apply(new Handler.Sequence(
                        new WholeAnswerGzip(fast, SMALLEST_TO_COMPRESS),
                        stream,
                        gzip(new RequestInLog(around.view().apply(size))))));
        return new GracefulHandler(
                new UnreadBodyHandler(new SecurityHeadersHandler(new RequestIdHandler(crossOrigin))));
    }

    private static CompressionHandler gzip(Handler content) {
        CompressionHandler handler = new CompressionHandler(content);
        GzipCompression gzip = new GzipCompression() {
            /** A weak tag stands for every encoding (RFC 9110, 8.8.1), and FHIR's clients read the version from it. */
            @Override
            public String etag(String tag) {
                return tag.startsWith("W/") ? tag : super.etag(tag);
            }
        };
        gzip.setMinCompressSize(SMALLEST_TO_COMPRESS);
        handler.putCompression(gzip);
        handler.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .compressIncludeMethod("GET")
                        .compressIncludeMethod("POST")
                        .build());
        return handler;
    }

    /** Any page may read: there are no cookies that one could abuse, and a token that a page sends is its own. */
    private static CrossOriginHandler crossOrigin() {
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(Set.of("*"));
        // DELETE ends a bulk export, for whoever knows its address.
        handler.setAllowedMethods(Set.of("GET", "HEAD", "POST", "DELETE", "OPTIONS"));
        handler.setAllowedHeaders(Set.of(
                "Accept",
                "Authorization",
                "Cache-Control",
                "Content-Type",
                "If-None-Match",
                "If-Modified-Since",
                "If-Range",
                "Last-Event-ID",
                "Range",
                "Prefer",
                "X-Request-ID",
                "X-Requested-With",
                "Origin"));
        handler.setExposedHeaders(Set.of(
                "ETag",
                "Last-Modified",
                "Location",
                "Content-Location",
                "Content-Range",
                "Expires",
                "Retry-After",
                "WWW-Authenticate",
                "X-Progress",
                "X-Request-ID"));
        handler.setAllowCredentials(false);
        handler.setPreflightMaxAge(Duration.ofHours(1));
        return handler;
    }
}
