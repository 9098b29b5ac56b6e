package org.w3id.materia.server.http;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.w3id.materia.model.pem.UnusableCertificateException;
import org.w3id.materia.server.config.ServerConfiguration;

/** Where one server listens: plain, over TLS and for operators. */
public final class Listeners {
    /**
     * What a server can be reached by.
     *
     * @param plain not encrypted
     * @param secure over TLS
     * @param management of health and metrics, where they have one of their own
     */
    public record Addresses(URI plain, Optional<URI> secure, Optional<URI> management) {}

    private final ServerConnector plain;
    private final Optional<ServerConnector> secure;
    private final Optional<ServerConnector> management;

    /**
     * Gives the server what the configuration asks for.
     *
     * @throws UnusableCertificateException where TLS is wanted and cannot be had
     */
    public Listeners(Server server, ServerConfiguration configuration) {
        plain = Connectors.plain(server, configuration);
        secure = configuration.tls().map(tls -> Connectors.secure(server, configuration, tls));
        OptionalInt ownPort = configuration.observability().managementPort();
        management = ownPort.isEmpty()
                ? Optional.empty()
                : Optional.of(Connectors.named(ManagementPort.NAME, ownPort.getAsInt(), server, configuration));
        server.addConnector(plain);
        secure.ifPresent(server::addConnector);
        management.ifPresent(server::addConnector);
    }

    /** The addresses with the ports that were taken; to be asked for while the server listens. */
    public Addresses taken() {
        return new Addresses(
                address("http", plain),
                secure.map(connector -> address("https", connector)),
                management.map(connector -> address("http", connector)));
    }

    /** What was asked for, for messages: before the server listens a port may be 0. */
    public String asked() {
        String first = asked(plain);
        return secure.map(connector -> first + " and " + asked(connector)).orElse(first);
    }

    private static String asked(ServerConnector connector) {
        return connector.getHost() + ":" + connector.getPort();
    }

    private static URI address(String scheme, ServerConnector connector) {
        String host = connector.getHost();
        return URI.create(
                scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort() + "/");
    }
}
