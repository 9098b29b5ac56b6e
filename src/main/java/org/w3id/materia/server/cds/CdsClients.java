package org.w3id.materia.server.cds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.server.token.TokenRefusedException;
import org.w3id.materia.server.token.TokenVerifier;

/**
 * Who may call the CDS services: those whose tokens come from a trusted issuer (CDS Hooks 2.0, Trusting CDS Clients), or everybody. The same
 * token is taken again until it ends: an answer tells nothing that its holder did not send or could not read without it.
 */
public final class CdsClients {
    private final Optional<TokenVerifier> verifier;

    /** @param issuers empty where everybody may call */
    public CdsClients(List<TrustedIssuer> issuers) {
        verifier = issuers.isEmpty() ? Optional.empty() : Optional.of(new TokenVerifier(issuers));
    }

    /**
     * @param authorization the call's header of that name, or null
     * @param server its address, without a slash at the end
     * @param path that is called
     * @throws TokenRefusedException where the call is nobody's that is trusted
     */
    void require(String authorization, String server, String path) throws TokenRefusedException {
        if (verifier.isPresent()) {
            String service = path.replaceFirst("/feedback$", "");
            // Meant is the service; some clients write the address where they found it.
            verifier.get()
                    .verify(
                            authorization,
                            Set.of(server + service, server + service + "/feedback", server + CdsHandler.DISCOVERY));
        }
    }
}
