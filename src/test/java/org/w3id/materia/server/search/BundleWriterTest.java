package org.w3id.materia.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3id.materia.model.Failure;

class BundleWriterTest {
    /** What requests may hold at once is reckoned by it. */
    @Test
    void aBundleDoesNotGrowBeyondItsBound() {
        byte[] quarter = new byte[BundleWriter.MOST_BYTES / 4];
        BundleWriter bundle = new BundleWriter("searchset", "http://localhost/fhir", Integer.MAX_VALUE);
        for (int i = 0; i < 3; i++) {
            bundle.entry("urn:a", quarter, Map.of());
        }
        assertThatThrownBy(() -> bundle.entry("urn:a", quarter, Map.of()))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.category()).isEqualTo(Failure.Category.TOO_COSTLY));
        assertThat(bundle.end()).hasSizeLessThan(BundleWriter.MOST_BYTES);
    }
}
