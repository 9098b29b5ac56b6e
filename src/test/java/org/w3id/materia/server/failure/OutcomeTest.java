package org.w3id.materia.server.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void whatXmlCannotHaveIsReplaced() {
        Outcome outcome = Outcome.of(400, "'\u0000a\u001f\ud800b\ufffe' and \ud83d\ude00\t are no value");

        assertThat(outcome.message()).isEqualTo("'\ufffda\ufffd\ufffdb\ufffd' and \ud83d\ude00\t are no value");
    }
}
