package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.store.opensearch.client.ClusterTls;

/** What is no cluster is told before anything is asked of it. */
class ClusterSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "search.example.org:9200",
                "ftp://search.example.org",
                "https://search.example.org/path",
                "https:///"
            })
    void refusesWhatIsNoNode(String address) {
        assertThatThrownBy(() -> settings(address, "materia"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Materia", "-a", "a/b", "a*", "ä"})
    void refusesWhatCannotBeginTheNameOfAnIndex(String prefix) {
        assertThatThrownBy(() -> settings("https://search.example.org:9200", prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + prefix + "'");
    }

    private static void settings(String address, String prefix) {
        new ClusterSettings(
                List.of(URI.create(address)), prefix, Optional.empty(), ClusterTls.USUAL, ClusterSettings.LEASE_TIME);
    }
}
