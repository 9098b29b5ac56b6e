package org.w3id.materia.fhir.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class XhtmlFragmentTest {
    private static final String OPEN = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";

    @Test
    void keepsElementsAttributesAndEscapedText() {
        String fragment =
                "<p>Take <b>2</b> &lt; 3 &amp; <a href=\"https://example.org/?a=1&amp;b=2\">read</a></p><hr/>";
        assertThat(XhtmlFragment.inDiv(fragment).getValueAsString()).isEqualTo(OPEN + fragment + "</div>");
    }

    @Test
    void charactersThatXmlForbidsBecomeSpaces() {
        assertThat(XhtmlFragment.inDiv("<p>a\u0001b\uFFFEc</p>").getValueAsString())
                .isEqualTo(OPEN + "<p>a b c</p></div>");
    }

    @Test
    void saysWhatIsNotWellFormed() {
        assertThatThrownBy(() -> XhtmlFragment.inDiv("<p>open"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<p>open");
    }
}
