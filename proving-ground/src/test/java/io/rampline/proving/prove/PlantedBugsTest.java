package io.rampline.proving.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Every bug still finds the place where it is to be planted; {@code ./rampline prove --only planted-bugs} plants them.
 */
class PlantedBugsTest {
    @Test
    void everyBugStillFindsItsPlace() throws IOException {
        assertThat(PlantedBugs.ALL).hasSizeGreaterThanOrEqualTo(20).hasSize(Proof.PLANTED_BUGS.usual);
        for (PlantedBug bug : PlantedBugs.ALL) {
            assertThat(bug.planted(PlantedBugs.root())).as(bug.name()).doesNotContain(missing(bug));
        }
        assertThat(PlantedBugs.ALL).extracting(PlantedBug::name).doesNotHaveDuplicates();
    }

    /** What must be gone once the bug is in; a bug that only adds text leaves all of it. */
    private static String missing(PlantedBug bug) {
        return bug.replace().contains(bug.find()) ? "\u0000" : bug.find();
    }
}
