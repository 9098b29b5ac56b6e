package org.w3id.materia.server.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.w3id.materia.server.config.ServerConfiguration.Access;
import org.w3id.materia.server.http.PageHandler;

/** {@code [base]/.well-known/smart-configuration}: where a client gets a token, and for what (SMART App Launch 2.2, Conformance). */
public final class SmartConfiguration extends PageHandler {
    private static final String PATH = "/fhir/.well-known/smart-configuration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String document;

    /** @param types of resources that are served */
    public SmartConfiguration(Access access, Set<String> types) {
        ObjectNode root = JSON.createObjectNode();
        root.put("issuer", access.issuer().name());
        if ("https".equalsIgnoreCase(access.issuer().keys().getScheme())) {
            root.put("jwks_uri", access.issuer().keys().toString());
        }
        access.tokenEndpoint().ifPresent(url -> root.put("token_endpoint", url));
        root.putArray("grant_types_supported").add("client_credentials");
        root.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        root.putArray("token_endpoint_auth_signing_alg_values_supported")
                .add("RS384")
                .add("ES384");
        ArrayNode scopes = root.putArray("scopes_supported").add("system/*.rs");
        types.stream().sorted().forEach(type -> scopes.add("system/" + type + ".rs"));
        scopes.add(Need.METRICS_SCOPE);
        root.putArray("code_challenge_methods_supported").add("S256");
        root.putArray("capabilities")
                .add("client-confidential-asymmetric")
                .add("permission-v1")
                .add("permission-v2");
        document = root.toString();
    }

    @Override
    protected boolean has(String path) {
        return path.equals(PATH);
    }

    @Override
    protected String page(Request request, Response response) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        return document;
    }
}
