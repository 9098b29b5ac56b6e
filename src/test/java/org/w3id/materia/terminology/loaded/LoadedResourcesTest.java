package org.w3id.materia.terminology.loaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;

class LoadedResourcesTest {
    @TempDir
    Path folder;

    @Test
    void aResourceKeepsItsId() throws Exception {
        load(valueSet("colours", "http://example.org/ValueSet/colours", "1"));

        assertThat(ids(Set.of())).containsExactly("ValueSet/colours");
    }

    @Test
    void anIdThatIsTakenGivesWayToOneOfTheCanonical() throws Exception {
        load(valueSet("colours", "http://example.org/ValueSet/colours", "1"));
        load(valueSet("colours", "http://example.org/ValueSet/colours", "2"));

        assertThat(ids(Set.of())).containsExactly("ValueSet/colours", "ValueSet/colours-9db89da2");
        assertThat(ids(Set.of("ValueSet/colours")))
                .containsExactly("ValueSet/colours-5c26c8ba", "ValueSet/colours-9db89da2");
    }

    @Test
    void anIdThatFhirDoesNotAllowIsReplaced() throws Exception {
        load(valueSet("", "http://example.org/ValueSet/hues & shades", "1"));

        assertThat(ids(Set.of())).hasSize(1).allMatch(id -> id.matches("ValueSet/hues-shades-[0-9a-f]{8}"));
    }

    @Test
    void aCodeSystemOfConceptsIsThereWithoutThem() throws Exception {
        terminologies().load(Path.of("src/test/resources/releases/atc-2099-01-31.csv"), LoadListener.NONE);

        List<MetadataResource> all = new LoadedResources(terminologies(), Set.of()).all();
        assertThat(all).hasOnlyElementsOfTypes(CodeSystem.class, ValueSet.class);
        CodeSystem atc = (CodeSystem) all.get(0);
        assertThat(atc.getUrl()).isEqualTo("http://www.whocc.no/atc");
        assertThat(atc.getContent()).isEqualTo(CodeSystemContentMode.NOTPRESENT);
        assertThat(atc.getConcept()).isEmpty();
        assertThat(atc.getCount())
                .isPositive()
                .isEqualTo(terminologies().list().get(0).codes().count());
    }

    private List<String> ids(Set<String> taken) {
        return new LoadedResources(terminologies(), taken)
                .all().stream().map(r -> r.fhirType() + '/' + r.getIdPart()).toList();
    }

    private void load(String json) throws Exception {
        terminologies().load(Files.writeString(folder.resolve("release.json"), json), LoadListener.NONE);
    }

    private LoadedTerminologies terminologies() {
        return LoadedTerminologies.in(folder.resolve("data"), new LuceneConceptStore());
    }

    private static String valueSet(String id, String url, String version) {
        return "{\"resourceType\":\"ValueSet\"," + (id.isEmpty() ? "" : "\"id\":\"" + id + "\",") + "\"url\":\"" + url
                + "\",\"version\":\"" + version + "\",\"status\":\"active\"}";
    }
}
