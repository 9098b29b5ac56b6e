package org.w3id.materia.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.server.config.ServerConfiguration.Access;
import org.w3id.materia.server.token.TokenRefusedException;
import org.w3id.materia.server.token.TokenVerifier;

/**
 * What tokens grant. One that was believed is believed for a minute, or until it ends, without its signature being looked at again: that
 * costs as much as a hundred reads.
 */
public final class Grants {
    private static final int MOST_KEPT = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final TokenVerifier verifier;
    private final Set<String> audience;
    private final InstantSource clock = InstantSource.system();
    private final Cache<String, Grant> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    /** @throws IllegalArgumentException where the keys are to come from a file that has none */
    public Grants(Access access) {
        verifier = new TokenVerifier(List.of(access.issuer()));
        audience = Set.of(access.audience());
    }

    /** @param authorization the request's header of that name, or null */
    Grant of(String authorization) throws TokenRefusedException {
        Grant known = authorization == null ? null : kept.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        JWTClaimsSet claims = verifier.verify(authorization, audience);
        Instant until = claims.getExpirationTime().toInstant();
        Grant grant = Grant.of(client(claims), until, scopes(claims));
        kept.put(authorization, grant);
        return grant;
    }

    /** {@code client_id} (RFC 9068, 2.2); older issuers write {@code azp}, or the subject alone. */
    private static String client(JWTClaimsSet claims) {
        return Stream.of(claims.getClaim("client_id"), claims.getClaim("azp"), claims.getSubject())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    /** A text with blanks between (RFC 9068, 2.2.3); some issuers write a list, or name it {@code scp}. */
    private static String scopes(JWTClaimsSet claims) {
        return Stream.of("scope", "scp").map(name -> text(claims, name)).collect(Collectors.joining(" "));
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            Object value = claims.getClaim(name);
            return value instanceof List<?>
                    ? String.join(" ", claims.getStringListClaim(name))
                    : value == null ? "" : value.toString();
        } catch (ParseException e) {
            return ""; // A list of something else grants nothing.
        }
    }
}
