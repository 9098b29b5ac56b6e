package org.w3id.materia.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Somebody who issues tokens, with a key of its own. */
public final class Issuer {
    public final String name;
    public final RSAKey key;

    public Issuer(String name, String keyId) {
        this.name = name;
        try {
            key = new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half, as it is published. */
    public String published() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }

    /** What a right token for somebody says. */
    public JWTClaimsSet.Builder claims(String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(name)
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
    }

    /** The header {@code Authorization} with a right token for somebody. */
    public String bearer(String audience) {
        return bearer(claims(audience).build(), header -> header);
    }

    /** The same with what is changed in the header of the token. */
    public String bearer(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> header) {
        SignedJWT token = new SignedJWT(
                header.apply(new JWSHeader.Builder(JWSAlgorithm.RS384)
                                .type(JOSEObjectType.JWT)
                                .keyID(key.getKeyID()))
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "Bearer " + token.serialize();
    }
}
