package org.w3id.materia.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** What a request passes on its way in, from the outermost: stop, headers, cross-origin rules, size, gzip, content. */
final class Handlers {
    private static final int SMALLEST_TO_COMPRESS = 1024;

    private Handlers() {}

    static Handler chain(FastPath fast, FhirServlet fhir, List<Handler> pages, ServerConfiguration.Limits limits) {
        ServletContextHandler fhirContext = new ServletContextHandler("/fhir");
        fhirContext.addServlet(new ServletHolder(fhir), "/*");
        fhirContext.setAllowNullPathInContext(true); // /fhir is answered like /fhir/, and not redirected.
        fhirContext.setMaxFormContentSize(limits.bodyBytes());
        Handler.Sequence rest = new Handler.Sequence(fhirContext);
        pages.forEach(rest::addHandler);

        SizeLimitHandler size = new SizeLimitHandler(limits.bodyBytes(), -1);
        size.setHandler(gzip(rest));
        CrossOriginHandler crossOrigin = crossOrigin();
        // The fast path reads no body and writes each answer whole: it needs neither the limit nor gzip for streams.
        crossOrigin.setHandler(new Handler.Sequence(new WholeAnswerGzip(fast, SMALLEST_TO_COMPRESS), size));
        return new GracefulHandler(new SecurityHeadersHandler(crossOrigin));
    }

    private static CompressionHandler gzip(Handler content) {
        CompressionHandler handler = new CompressionHandler(content);
        GzipCompression gzip = new GzipCompression();
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

    /** Any page may read; there are no cookies or credentials that one could abuse. */
    private static CrossOriginHandler crossOrigin() {
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(Set.of("*"));
        handler.setAllowedMethods(Set.of("GET", "HEAD", "POST", "OPTIONS"));
        handler.setAllowedHeaders(Set.of(
                "Accept", "Content-Type", "If-None-Match", "If-Modified-Since", "Prefer", "X-Request-ID", "Origin"));
        handler.setExposedHeaders(Set.of("ETag", "Last-Modified", "Location", "Content-Location", "X-Request-ID"));
        handler.setAllowCredentials(false);
        handler.setPreflightMaxAge(Duration.ofHours(1));
        return handler;
    }
}
