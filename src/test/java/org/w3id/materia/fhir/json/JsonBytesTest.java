package org.w3id.materia.fhir.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Strings as JSON in UTF-8. */
class JsonBytesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 2_000)
    void everyStringComesBack(@ForAll String text) throws IOException {
        String expected = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(JSON.readValue(json(text), String.class)).isEqualTo(expected);
    }

    @Example
    void everyCharacterOfTheFirstPlaneComesBack() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate(c)) {
                all.append(c);
            }
        }
        assertThat(JSON.readValue(json(all.toString()), String.class)).isEqualTo(all.toString());
    }

    @Example
    void halfASurrogatePairIsAQuestionMark() {
        assertThat(new String(json("a\uD800b"), StandardCharsets.UTF_8)).isEqualTo("\"a?b\"");
        assertThat(new String(json("\uDC00"), StandardCharsets.UTF_8)).isEqualTo("\"?\"");
    }

    private static byte[] json(String text) {
        JsonBytes bytes = new JsonBytes();
        bytes.text(text);
        return bytes.toArray();
    }
}
