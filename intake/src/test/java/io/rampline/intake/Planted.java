package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a planted flaw must be reported, and what the report must say among other things. */
record Planted(String file, int line, int column, String found, String maybe) {
    String place() {
        return file + ":" + line + ":" + column;
    }

    void assertIs(Flaw flaw) {
        assertThat(flaw.file() + ":" + flaw.line() + ":" + flaw.column())
                .as(flaw.toString())
                .isEqualTo(place());
        assertThat(flaw.found()).contains(found);
        assertThat(flaw.expected()).isNotBlank();
        assertThat(flaw.maybe()).contains(maybe);
        assertThat(flaw.toString()).doesNotContain("\n");
    }
}
