package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void oneIsSpokenOfInTheSingular() {
        assertThat(Wording.counted(1, "cell")).isEqualTo("1 cell");
        assertThat(Wording.counted(0, "row")).isEqualTo("0 rows");
        assertThat(Wording.counted(15, "cell")).isEqualTo("15 cells");
    }

    @Test
    void whatWasFoundIsOneShortLineThatMovesNoCursor() {
        assertThat(Wording.quoted("a\u001b[2Jb\nc")).isEqualTo("\"a\\u001B[2Jb\\u000Ac\"");
        assertThat(Wording.quoted("\u202Ecba")).isEqualTo("\"\\u202Ecba\"");
        assertThat(Wording.quoted("x".repeat(10_000))).hasSizeLessThan(70).endsWith("...\"");
    }
}
