package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownAnswerTest {
    @Test
    void whatIsShownIsExact() {
        assertThat(new ShownAnswer("a\nb.c\n").isOf("a\nb.c\n")).isTrue();
        assertThat(new ShownAnswer("a\nb.c\n").isOf("a\nb.c")).isTrue();
        assertThat(new ShownAnswer("a\nb.c\n").isOf("a\nbxc\n")).isFalse();
        assertThat(new ShownAnswer("a\n").isOf("a\nb\n")).isFalse();
        assertThat(new ShownAnswer("a\nb\n").isOf("a\n")).isFalse();
        assertThat(new ShownAnswer("").isOf("")).isTrue();
        assertThat(new ShownAnswer("").isOf("a\n")).isFalse();
    }

    @Test
    void linesThatAreLeftOutMayBeAnyOrNone() {
        assertThat(new ShownAnswer("a\n  …\nd\n").isOf("a\nb\nc\nd\n")).isTrue();
        assertThat(new ShownAnswer("a\n…\nd\n").isOf("a\nd\n")).isTrue();
        assertThat(new ShownAnswer("…\nd\n").isOf("a\nb\nd\n")).isTrue();
        assertThat(new ShownAnswer("a\n…\n").isOf("a\nb\nc")).isTrue();
        assertThat(new ShownAnswer("a\n…\nd\n").isOf("a\nb\nxd\n")).isFalse();
        assertThat(new ShownAnswer("a\n…\nd\n").isOf("a\nd\nb\n")).isFalse();
    }

    @Test
    void textThatIsLeftOutStaysInItsLine() {
        assertThat(new ShownAnswer("ETag: W/\"…\"\n").isOf("ETag: W/\"12ab\"\n"))
                .isTrue();
        assertThat(new ShownAnswer("a … c\n").isOf("a b\n c\n")).isFalse();
    }
}
