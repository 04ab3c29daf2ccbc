package io.rampline.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneIsSpokenOfInTheSingularAndThousandsAreGrouped() {
        assertThat(Counted.of(0, "week")).isEqualTo("0 weeks");
        assertThat(Counted.of(1, "week")).isEqualTo("1 week");
        assertThat(Counted.of(441_929, "open order")).isEqualTo("441,929 open orders");
    }
}
