package org.w3id.materia.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.server.token.TokenRefusedException.Reason;

class TokenVerifierTest {
    private static final String HERE = "https://care.example/cds-services/a";
    private static final Issuer HOSPITAL = new Issuer("https://ehr.example/fhir", "k1");
    private static final Issuer OTHER = new Issuer("https://other.example", "k1");

    @TempDir
    static Path folder;

    private static TokenVerifier verifier;

    @BeforeAll
    static void trust() throws IOException {
        verifier = new TokenVerifier(List.of(trusted(HOSPITAL, "hospital.json"), trusted(OTHER, "other.json")));
    }

    private static TrustedIssuer trusted(Issuer issuer, String file) throws IOException {
        Path keys = Files.writeString(folder.resolve(file), issuer.published());
        return TrustedIssuer.of(issuer.name, keys.toString(), "--issuers");
    }

    @Test
    void aTokenOfATrustedIssuerIsBelieved() throws TokenRefusedException {
        JWTClaimsSet claims = verifier.verify(HOSPITAL.bearer(HERE), Set.of("https://care.example", HERE));
        assertThat(claims.getIssuer()).isEqualTo(HOSPITAL.name);
        assertThat(verifier.verify(OTHER.bearer(HERE), Set.of(HERE)).getIssuer())
                .isEqualTo(OTHER.name);
        String accessToken = HOSPITAL.bearer(HOSPITAL.claims(HERE).build(), h -> h.type(new JOSEObjectType("at+jwt")));
        assertThat(verifier.verify(accessToken, Set.of(HERE)).getAudience()).containsExactly(HERE);
    }

    static Stream<Arguments> refused() throws JOSEException {
        Issuer stranger = new Issuer("https://stranger.example", "k1");
        Issuer forger = new Issuer(HOSPITAL.name, "k1");
        Issuer unknownKey = new Issuer(HOSPITAL.name, "k2");
        Date past = Date.from(Instant.now().minusSeconds(120));
        JWTClaimsSet right = HOSPITAL.claims(HERE).build();
        return Stream.of(
                Arguments.of("of a stranger", stranger.bearer(HERE)),
                Arguments.of("signed by somebody else", forger.bearer(HERE)),
                Arguments.of("signed by another trusted issuer", OTHER.bearer(right, h -> h)),
                Arguments.of("of an unknown key", unknownKey.bearer(HERE)),
                Arguments.of("with a key of its own", forger.bearer(right, h -> h.jwk(forger.key.toPublicJWK())
                        .jwkURL(URI.create("https://stranger.example/jwks.json")))),
                Arguments.of("for somebody else", HOSPITAL.bearer("https://care.example/cds-services/b")),
                Arguments.of("for nobody", HOSPITAL.bearer(HOSPITAL.claims(null).build(), h -> h)),
                Arguments.of(
                        "over",
                        HOSPITAL.bearer(
                                HOSPITAL.claims(HERE).expirationTime(past).build(), h -> h)),
                Arguments.of(
                        "without an end",
                        HOSPITAL.bearer(
                                HOSPITAL.claims(HERE).expirationTime(null).build(), h -> h)),
                Arguments.of(
                        "not yet begun",
                        HOSPITAL.bearer(
                                HOSPITAL.claims(HERE)
                                        .notBeforeTime(Date.from(Instant.now().plusSeconds(120)))
                                        .build(),
                                h -> h)),
                Arguments.of(
                        "without an issuer",
                        HOSPITAL.bearer(HOSPITAL.claims(HERE).issuer(null).build(), h -> h)),
                Arguments.of("of another type", HOSPITAL.bearer(right, h -> h.type(new JOSEObjectType("dpop+jwt")))),
                Arguments.of("not signed", "Bearer " + new PlainJWT(right).serialize()),
                Arguments.of("signed with the public key as a secret", "Bearer " + macOf(right)),
                Arguments.of("cut", HOSPITAL.bearer(HERE).replaceFirst("....$", "")),
                Arguments.of("no JWT", "Bearer abc"));
    }

    private static String macOf(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
        token.sign(new MACSigner(HOSPITAL.key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void noOtherTokenIs(String kind, String authorization) {
        TokenRefusedException refusal =
                catchThrowableOfType(TokenRefusedException.class, () -> verifier.verify(authorization, Set.of(HERE)));
        assertThat(refusal).as(kind).isNotNull();
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.reason().status()).isEqualTo(401);
        assertThat(refusal.reason().challenge()).contains("error=\"invalid_token\"");
    }

    @Test
    void withoutATokenItIsSaidThatOneIsNeeded() {
        for (String header : new String[] {null, "", "Basic YTpi", "Bearer", "Bearer "}) {
            TokenRefusedException refusal =
                    catchThrowableOfType(TokenRefusedException.class, () -> verifier.verify(header, Set.of(HERE)));
            assertThat(refusal.reason()).as(header).isEqualTo(Reason.ABSENT);
            assertThat(refusal.reason().challenge()).doesNotContain("error");
        }
    }

    @Test
    void newKeysInTheFileAreKnownWithoutARestart() throws IOException, TokenRefusedException {
        Issuer first = new Issuer("https://turns.example", "old");
        TokenVerifier turning = new TokenVerifier(List.of(trusted(first, "turning.json")));
        turning.verify(first.bearer(HERE), Set.of(HERE));
        Issuer second = new Issuer(first.name, "new");
        Files.writeString(folder.resolve("turning.json"), second.published());
        turning.verify(second.bearer(HERE), Set.of(HERE));
    }

    @Test
    void keysOfAnAddressAreReadOnceAndEllipticCurvesAreUnderstood() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
        AtomicInteger readings = new AtomicInteger();
        byte[] published = new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
        HttpServer publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/jwks.json", exchange -> {
            readings.incrementAndGet();
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        publisher.start();
        String address = "http://127.0.0.1:" + publisher.getAddress().getPort() + "/jwks.json";
        TokenVerifier remote = new TokenVerifier(List.of(TrustedIssuer.of("https://ec.example", address, "--issuers")));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("ec").build(),
                new Issuer("https://ec.example", "x").claims(HERE).build());
        token.sign(new ECDSASigner(key));
        String authorization = "Bearer " + token.serialize();
        remote.verify(authorization, Set.of(HERE));
        publisher.stop(0);
        remote.verify(authorization, Set.of(HERE));
        assertThat(readings).hasValue(1);

        TokenVerifier dark = new TokenVerifier(List.of(TrustedIssuer.of("https://ec.example", address, "--issuers")));
        TokenRefusedException refusal =
                catchThrowableOfType(TokenRefusedException.class, () -> dark.verify(authorization, Set.of(HERE)));
        assertThat(refusal.reason()).as("an outage is no refusal").isEqualTo(Reason.KEYS_UNAVAILABLE);
        assertThat(refusal.reason().status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"there-is-none.json", "empty.json", "broken.json"})
    void afileWithoutKeysIsToldAtTheStart(String name) throws IOException {
        Files.writeString(folder.resolve("empty.json"), "{\"keys\":[]}");
        Files.writeString(folder.resolve("broken.json"), "<html>");
        TrustedIssuer issuer =
                TrustedIssuer.of("https://a.example", folder.resolve(name).toString(), "--issuers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenVerifier(List.of(issuer)))
                .withMessageContaining(name);
    }

    @Test
    void optionsThatAreNoIssuerWithKeysAreRefused() {
        for (String option : List.of(
                "https://ehr.example",
                "=keys.json",
                "https://ehr.example=",
                "https://ehr.example=http://ehr.example/jwks.json",
                "https://ehr.example=https://no host/")) {
            assertThatIllegalArgumentException()
                    .as(option)
                    .isThrownBy(() -> TrustedIssuer.parse(option, "--cds-issuers"))
                    .withMessageContaining("--cds-issuers");
        }
        assertThat(TrustedIssuer.parse("https://ehr.example=https://ehr.example/keys?of=all", "--cds-issuers"))
                .isEqualTo(new TrustedIssuer("https://ehr.example", URI.create("https://ehr.example/keys?of=all")));
    }
}
