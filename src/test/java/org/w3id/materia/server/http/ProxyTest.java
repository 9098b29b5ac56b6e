package org.w3id.materia.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.config.TrustedIssuer;

/** Behind a proxy links are the proxy's, and only a proxy that the operator named decides them. */
@Tag("server")
class ProxyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Forwarded         | proto=https;host=api.example.org | https://api.example.org/fhir/
                    X-Forwarded-Proto | https                            | https://127.0.0.1
                    X-Forwarded-Host  | api.example.org                  | http://api.example.org/fhir/
                    """)
    void forwardingHeadersAreBelievedOfNamedProxiesAlone(String header, String value, String links) {
        try (TestServer open = server(List.of());
                TestServer other = server(List.of("10.0.0.0/8"));
                TestServer behind = server(List.of("127.0.0.0/8"))) {
            for (String path : List.of("fhir/Medication", "fhir/Medication?_pretty=true", "fhir/_history")) {
                assertThat(open.get(path, header, value).body()).contains(open.base() + "/");
                assertThat(other.get(path, header, value).body()).contains(other.base() + "/");
                assertThat(behind.get(path, header, value).body())
                        .contains(links)
                        .doesNotContain(behind.base());
            }
        }
    }

    @Test
    void redirectsAreRelative() {
        try (TestServer server = server(List.of())) {
            assertThat(server.get("fhir/swagger-ui").headers().firstValue("Location"))
                    .hasValue("swagger-ui/");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "",
                "/fhir",
                "ftp://example.org/fhir",
                "https://",
                "https://example.org/fhir?x=1",
                "https://a b/"
            })
    void baseThatIsNoUrlIsRefused(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration("127.0.0.1", 0, Optional.of(base), List.of()))
                .withMessageContaining("--public-base");
    }

    @Test
    void whatIsOutOfRangeIsRefusedByItsOption() {
        assertThat(configuration("::1", 65_535, Optional.of("https://example.org/fhir/"), List.of("::1"))
                        .publicBase())
                .hasValue("https://example.org/fhir");
        for (int port : new int[] {-1, 65_536, 99_999}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> configuration("127.0.0.1", port, Optional.empty(), List.of()))
                    .withMessageContaining("--port is from 0 to 65535");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration("127.0.0.1", 0, Optional.empty(), List.of("proxy.example/8")))
                .withMessageContaining("--trusted-proxies");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration("", 0, Optional.empty(), List.of()))
                .withMessageContaining("--host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of(new TrustedIssuer("https://ehr.example", URI.create("https://ehr.example/keys")))))
                .withMessageContaining("--public-base");
    }

    private static TestServer server(List<String> trusted) {
        TestServer server = new TestServer(TestServer.emptyKnowledge(), Optional.empty(), 2048, trusted);
        server.put("test", Medicines.medication("a", "Amoxicillin"));
        return server;
    }

    private static ServerConfiguration configuration(
            String host, int port, Optional<String> base, List<String> trusted) {
        return configuration(host, port, base, trusted, List.of());
    }

    private static ServerConfiguration configuration(
            String host, int port, Optional<String> base, List<String> trusted, List<TrustedIssuer> cdsIssuers) {
        return ServerConfiguration.of(new ServerConfiguration.Release("1.2.3", LocalDate.of(2026, 11, 23)))
                .listeningTo(host, port)
                .publicBase(base)
                .trustedProxies(trusted)
                .cdsIssuers(cdsIssuers)
                .build();
    }
}
