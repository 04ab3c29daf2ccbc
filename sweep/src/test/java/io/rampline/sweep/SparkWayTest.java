package io.rampline.sweep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.simulation.ClusterFault;
import org.junit.jupiter.api.Test;

class SparkWayTest {
    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new SparkWay().join("nonsense://here"))
                .isInstanceOf(ClusterFault.class)
                .hasMessageContaining("nonsense://here")
                .hasMessageContaining("Maybe local[2]");
    }
}
