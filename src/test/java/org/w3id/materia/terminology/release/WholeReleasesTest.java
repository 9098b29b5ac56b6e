package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.SharedFiles;

/** Releases as their publishers made them, whole: everything in them is understood. */
@Tag("corpus")
class WholeReleasesTest {
    /** Its tabular list has it below H54.511, by mistake or not; the order file tells the place by the code. */
    private static final String PLACED_OTHERWISE = "H54.512A";

    @Test
    void bothFormatsOfIcd10CmSayTheSame() throws Exception {
        Path folder = SharedFiles.require("terminology/icd10cm-2021");
        CollectedRelease order = CollectedRelease.of(folder.resolve("icd10cm-order-Jan-2021.txt"));
        CollectedRelease tabular = CollectedRelease.of(folder.resolve("icd10cm_tabular_2021.xml"));

        assertThat(order.findings()).isEmpty();
        assertThat(tabular.findings()).isEmpty();
        assertThat(List.of(order.system().getVersion(), tabular.system().getVersion()))
                .containsOnly("2021");
        assertThat(order.codes()).hasSize(95_358);
        Set<String> codes = new TreeSet<>(tabular.codes());
        codes.removeIf(code -> tabular.concept(code).isAbstract());
        assertThat(codes).isEqualTo(new TreeSet<>(order.codes()));
        List<String> different = new ArrayList<>();
        for (String code : order.codes()) {
            ReleasedConcept one = order.concept(code);
            ReleasedConcept other = tabular.concept(code);
            if (!one.display().equals(ascii(other.display()))
                    || !order.values(code, "billable").equals(tabular.values(code, "billable"))
                    || !one.parents().isEmpty() && !one.parents().equals(other.parents())) {
                different.add(code);
            }
        }
        assertThat(different).containsExactly(PLACED_OTHERWISE);
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    @ParameterizedTest
    @CsvSource({
        "HumanDO-2015.obo, http://purl.obolibrary.org/obo/doid.owl, 2015-05-14",
        "hp-2013.obo, http://human-phenotype-ontology.org, 2013-11-30",
    })
    void everyTermOfAnOntologyIsRead(String name, String url, String version) throws Exception {
        Path file = SharedFiles.require("terminology/" + name);
        CollectedRelease ontology = CollectedRelease.of(file);

        assertThat(ontology.findings()).isEmpty();
        assertThat(ontology.system().getUrl()).isEqualTo(url);
        assertThat(ontology.system().getVersion()).isEqualTo(version);
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(ontology.codes())
                    .hasSize((int) lines.filter("[Term]"::equals).count());
        }
        Set<String> unknown = new TreeSet<>();
        ontology.codes().forEach(code -> unknown.addAll(ontology.concept(code).parents()));
        unknown.removeAll(ontology.codes());
        assertThat(unknown).as("parents that are no terms").isEmpty();
    }
}
