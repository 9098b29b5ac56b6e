package org.w3id.materia.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.config.ServerConfiguration.Access;
import org.w3id.materia.server.config.ServerConfiguration.Tls;

class OpenToTheNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, false, false",
        "127.0.0.7, false, false, false",
        "localhost, false, false, false",
        "::1, false, false, false",
        "0.0.0.0, false, false, true",
        "::, false, false, true",
        "192.0.2.1, false, false, true",
        "0.0.0.0, true, false, false",
        "0.0.0.0, false, true, false",
    })
    void worthAWarningIsOnlyWhatOthersCanReachAndNothingProtects(
            String host, boolean encrypted, boolean restricted, boolean open) {
        ServerConfiguration configuration = ServerConfiguration.of(
                        new ServerConfiguration.Release("1", LocalDate.EPOCH))
                .listeningTo(host, 0)
                .tls(encrypted ? Optional.of(new Tls(0, Path.of("a.pem"), Path.of("b.pem"))) : Optional.empty())
                .access(
                        restricted
                                ? Optional.of(new Access(
                                        TrustedIssuer.of("https://login.example", "keys.json", "--issuer"),
                                        "us",
                                        Optional.empty()))
                                : Optional.empty())
                .build();

        assertThat(configuration.isOpenToTheNetwork()).isEqualTo(open);
    }
}
