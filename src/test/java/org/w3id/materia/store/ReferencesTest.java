package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.store.TestResources.key;
import static org.w3id.materia.store.TestResources.resource;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {
    private static final ResourceKey WATER = new ResourceKey("Substance", "water");
    private static final ResourceKey SALT = new ResourceKey("Substance", "salt");

    @TempDir
    Path data;

    @Test
    void whatAResourceRefersToIsKnownByParameter() {
        try (KnowledgeBase knowledge = TestStores.open(data)) {
            TestResources.put(
                    knowledge,
                    "s",
                    resource(
                            "saline",
                            new IndexValue.Reference("ingredient", WATER),
                            new IndexValue.Reference("solvent", WATER),
                            new IndexValue.Token("code", "", "x"),
                            new IndexValue.Reference("ingredient", SALT)),
                    resource("nothing"));
            try (Snapshot snapshot = knowledge.snapshot()) {
                assertThat(snapshot.references(key("saline"), Optional.empty())).containsExactly(WATER, SALT);
                assertThat(snapshot.references(key("saline"), Optional.of("ingredient")))
                        .containsExactly(WATER, SALT);
                assertThat(snapshot.references(key("saline"), Optional.of("solvent")))
                        .containsExactly(WATER);
                assertThat(snapshot.references(key("saline"), Optional.of("code")))
                        .isEmpty();
                assertThat(snapshot.references(key("nothing"), Optional.empty()))
                        .isEmpty();
                assertThat(snapshot.references(key("absent"), Optional.empty())).isEmpty();
            }
        }
    }
}
