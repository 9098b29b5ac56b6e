package org.w3id.materia.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.server.token.TokenRefusedException.Reason;

/**
 * Holds tokens against the issuers that are trusted: signed by a key of who issued it, meant for this server, of now (a minute of clocks
 * that differ is forgiven). What a token itself says of where its keys are ({@code jku}, {@code jwk}, {@code x5u}) is not looked at.
 */
public final class TokenVerifier {
    /** Those in which the one who verifies cannot sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Set<String> NEEDED = Set.of("iss", "aud", "exp");
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([^ ]+) *");

    private final Map<String, JWTProcessor<SecurityContext>> processors = new HashMap<>();

    /**
     * @param issuers at least one
     * @throws IllegalArgumentException where keys are to come from a file that has none
     */
    public TokenVerifier(List<TrustedIssuer> issuers) {
        issuers.forEach(issuer -> processors.put(issuer.name(), processor(issuer)));
    }

    private static JWTProcessor<SecurityContext> processor(TrustedIssuer issuer) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, KeySets.of(issuer)));
        processor.setJWTClaimsSetVerifier(null); // The audience differs by request.
        return processor;
    }

    /**
     * @param authorization the request's header of that name, or null
     * @param audiences what this server is called, one of which the token has to be for
     * @return what the token says of its holder
     * @throws TokenRefusedException where it is not to be believed
     */
    public JWTClaimsSet verify(String authorization, Set<String> audiences) throws TokenRefusedException {
        SignedJWT token = token(authorization);
        try {
            JWTProcessor<SecurityContext> processor =
                    processors.get(String.valueOf(token.getJWTClaimsSet().getIssuer()));
            if (processor == null) {
                throw new TokenRefusedException(Reason.INVALID, "The token's issuer is none that is trusted here.");
            }
            JWTClaimsSet claims = processor.process(token, null);
            new DefaultJWTClaimsVerifier<>(audiences, null, NEEDED, Set.of()).verify(claims, null);
            return claims;
        } catch (BadJWTException e) {
            throw new TokenRefusedException(
                    Reason.INVALID, "The token is not for this server and now: " + e.getMessage(), e);
        } catch (RateLimitReachedException e) {
            throw new TokenRefusedException(
                    Reason.INVALID, "The token is signed with no key that is known of its issuer.", e);
        } catch (KeySourceException e) {
            throw new TokenRefusedException(
                    Reason.KEYS_UNAVAILABLE, "The keys of the token's issuer cannot be had now.", e);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new TokenRefusedException(Reason.INVALID, "The token is not signed by its issuer.", e);
        }
    }

    private static SignedJWT token(String authorization) throws TokenRefusedException {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        if (!bearer.matches()) {
            throw new TokenRefusedException(
                    Reason.ABSENT, "A token is needed here: 'Authorization: Bearer', and a JWT.");
        }
        try {
            return SignedJWT.parse(bearer.group(1));
        } catch (ParseException e) {
            throw new TokenRefusedException(Reason.INVALID, "The token is no signed JWT.", e);
        }
    }
}
