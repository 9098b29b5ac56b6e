package org.w3id.materia.server.http;

import java.nio.file.Path;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.w3id.materia.model.pem.PemFiles;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.config.TrustedProxies;

/** Where the server listens, and in which protocols: HTTP/1.1 and HTTP/2 (RFC 9113), plain and over TLS. */
public final class Connectors {
    /** How long, in milliseconds, a connection without a request may stay open once the server stops. */
    private static final long IDLE_AT_STOP = 100;

    private Connectors() {}

    /** HTTP/1.1, and HTTP/2 for clients that begin with it. */
    public static ServerConnector plain(Server server, ServerConfiguration configuration) {
        HttpConfiguration http = http(configuration);
        ServerConnector connector =
                new ServerConnector(server, new HttpConnectionFactory(http), new PriorKnowledge(http));
        return listening(connector, configuration.host(), configuration.port());
    }

    /** Plain HTTP/1.1 on a port of its own, known by the name. */
    public static ServerConnector named(String name, int port, Server server, ServerConfiguration configuration) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http(configuration)));
        connector.setName(name);
        return listening(connector, configuration.host(), port);
    }

    /** TLS, with HTTP/2 or HTTP/1.1 as client and server agree by ALPN (RFC 7301). */
    public static ServerConnector secure(
            Server server, ServerConfiguration configuration, ServerConfiguration.Tls tls) {
        HttpConfiguration http = http(configuration);
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // One certificate for every name: health checks go by address, clients by names that a proxy may have changed.
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        ALPNServerConnectionFactory agreement = new ALPNServerConnectionFactory();
        agreement.setDefaultProtocol("http/1.1");
        SslContextFactory.Server keys = keys(tls.certificate(), tls.key());
        server.addBean(new CertificateRenewal(server, keys, tls));
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(keys, agreement.getProtocol()),
                agreement,
                new HTTP2ServerConnectionFactory(http),
                new HttpConnectionFactory(http));
        return listening(connector, configuration.host(), tls.port());
    }

    private static SslContextFactory.Server keys(Path certificate, Path key) {
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setKeyStore(PemFiles.read(certificate, key));
        keys.setKeyStorePassword(new String(PemFiles.PASSWORD));
        return keys;
    }

    private static HttpConfiguration http(ServerConfiguration configuration) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(configuration.limits().sizes().header());
        http.setSendServerVersion(false);
        if (!configuration.trustedProxies().isEmpty()) {
            http.addCustomizer(new TrustedProxies(configuration.trustedProxies()));
        }
        return http;
    }

    private static ServerConnector listening(ServerConnector connector, String host, int port) {
        connector.setHost(host);
        connector.setPort(port);
        connector.setShutdownIdleTimeout(IDLE_AT_STOP);
        return connector;
    }
}
