package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.terminology.loaded.LoadListener;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;

/** A process that serves what another has imported notices that the other has loaded something else. */
@Tag("slow")
class LoadedElsewhereTest {
    @TempDir
    Path folder;

    @Test
    void whatWasImportedWithOtherTerminologiesIsToldApart() throws Exception {
        Path monographs = Files.createDirectory(folder.resolve("m"));
        Files.writeString(
                monographs.resolve("alpha.md"),
                "---\ntitle: Alpha\n---\n\n# Alpha\n### Usage\nAlpha is used to treat paper fever.\n");
        Path loaded = folder.resolve("loaded");
        LoadedTerminologies.in(loaded, new LuceneConceptStore())
                .load(
                        Files.writeString(
                                folder.resolve("table.tsv"),
                                "id\tlabel\txref\n\"DOID:9000001\"\t\"paper fever\"\t\"MESH:D900001\"\n"),
                        LoadListener.NONE);
        Wiring with = new Wiring(loaded);
        Wiring without = new Wiring(folder.resolve("nothing"));
        Monographs own = Monographs.own(List.of(monographs));
        try (KnowledgeBase knowledge = TestStores.open(folder.resolve("index"))) {
            with.importInto(knowledge, own).run(own.folders(), ImportListener.NONE);
            try (Snapshot now = knowledge.snapshot()) {
                assertThat(with.isLoadedAsIn(now)).isTrue();
                assertThat(without.isLoadedAsIn(now)).isFalse();
            }
            without.importInto(knowledge, own).run(own.folders(), ImportListener.NONE);
            try (Snapshot now = knowledge.snapshot()) {
                assertThat(with.isLoadedAsIn(now)).isFalse();
                assertThat(without.isLoadedAsIn(now)).isTrue();
            }
        }
    }
}
