package org.w3id.materia.server.config;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Believes {@code Forwarded} (RFC 7239) and {@code X-Forwarded-Proto}, {@code -Host}, {@code -Port} and {@code -For} where they come from
 * a proxy that the operator named: anyone else could make the server write links to wherever it likes.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {
    private final InetAddressSet addresses;
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    /** @param addresses or ranges of addresses; at least one */
    public TrustedProxies(List<String> addresses) {
        this.addresses = parse(addresses);
    }

    /** @throws IllegalArgumentException where one is no address or range */
    static InetAddressSet parse(List<String> addresses) {
        InetAddressSet set = new InetAddressSet();
        for (String address : addresses) {
            try {
                set.add(address);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "--trusted-proxies has addresses such as 10.0.0.7, 10.0.0.0/8 or ::1, and not '" + address
                                + "'.",
                        e);
            }
        }
        return set;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        boolean trusted = remote instanceof InetSocketAddress socket && addresses.test(socket.getAddress());
        return trusted ? forwarded.customize(request, responseHeaders) : request;
    }
}
