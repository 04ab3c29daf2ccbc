package io.rampline.proving.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that runs the proofs. */
class ProveTest {
    @Test
    void aProofCanBeRunAlone() {
        assertThat(Prove.run(List.of("--only", "worlds", "--trials", "50", "--seed", "7")))
                .isZero();
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        assertThat(Prove.run(List.of("--only", "nothing"))).isEqualTo(2);
        assertThat(Prove.run(List.of("--trials", "50"))).isEqualTo(2);
        assertThat(Prove.run(List.of("--only", "worlds", "--trials", "0"))).isEqualTo(2);
        assertThat(Prove.run(List.of("--only"))).isEqualTo(2);
        assertThat(Prove.run(List.of("--hours", "-1"))).isEqualTo(2);
    }
}
