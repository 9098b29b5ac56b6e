package org.w3id.materia.server.benchmark;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with its own thread pool and HTTP configuration, reachable from this machine only. */
final class LocalServer {
    private LocalServer() {}

    static Server on(int port) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        return server;
    }
}
