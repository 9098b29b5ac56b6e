package org.w3id.materia.terminology.loaded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedItemTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** So that what was loaded by an earlier release is there still. */
    @ParameterizedTest
    @ValueSource(strings = {"""
            {"type":"CodeSystem","url":"http://example.org/a","version":"2","title":"A","content":"complete",\
            "supplements":null,"place":"abc","offset":-1,"length":0,"digest":"abcdef","concepts":3,"codesPhrases":true,\
            "related":["http://example.org/b"]}""", """
            {"type":"ValueSet","url":"http://example.org/v","version":null,"title":null,"content":null,\
            "supplements":null,"place":"all.ndjson","offset":12,"length":34,"digest":"fedcba","concepts":0,\
            "codesPhrases":false,"related":[]}"""})
    void theCatalogueHasItInOneObject(String json) throws Exception {
        LoadedItem item = JSON.readValue(json, LoadedItem.class);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(item))).isEqualTo(JSON.readTree(json));
        assertThat(item.isConceptByConcept()).isEqualTo(item.codes().count() == 3);
        assertThat(item.location().length()).isEqualTo(item.location().offset() < 0 ? 0 : 34);
        assertThat(item.description().related()).hasSize(item.identity().type().equals("CodeSystem") ? 1 : 0);
    }
}
