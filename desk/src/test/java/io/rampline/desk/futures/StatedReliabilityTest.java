package io.rampline.desk.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.simulation.window.Fate;
import io.rampline.simulation.window.StatedWeek;
import io.rampline.simulation.window.Statement;
import io.rampline.simulation.window.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was stated against what came. */
class StatedReliabilityTest {
    private static StatedWeek stated(int week, Statement... statements) {
        return new StatedWeek(week, "", List.of(statements));
    }

    @Test
    void whatIsOverIsCountedByWhatWasStated() {
        StatedReliability found = StatedReliability.of(
                List.of(stated(
                        100,
                        new Statement("kept", 105, 0.93, 104, 106, 105),
                        new Statement("late", 105, 0.97, 104, 106, 105),
                        new Statement("never", 105, 0.2, 104, 106, 105))),
                Map.of("kept", new Fate.Delivered(105), "late", new Fate.Delivered(106)),
                110);

        assertThat(found.bins().get(9)).isEqualTo(new StatedReliability.Bin(2, (0.93 + 0.97) / 2, 1));
        assertThat(found.bins().get(2)).isEqualTo(new StatedReliability.Bin(1, 0.2, 0));
        assertThat(found.windows()).isEqualTo(3);
        assertThat(found.windowsHeld()).isEqualTo(2);
        assertThat(found.weeks()).isEqualTo(1);
    }

    @Test
    void whatIsNotOverAndWhoLeftAreLeftOut() {
        StatedReliability found = StatedReliability.of(
                List.of(stated(
                        100,
                        new Statement("early", 112, 0.9, 108, 113, 110),
                        new Statement("left", 105, 0.9, 104, 106, 105),
                        new Statement("endless", 120, 0.9, 104, Window.BEYOND_HORIZON, 105))),
                Map.of("early", new Fate.Delivered(108), "left", new Fate.Left(103)),
                110);

        assertThat(found.statements()).isZero();
        assertThat(found.windows()).isZero();
        assertThat(found.weeks()).isZero();
    }

    @Test
    void certaintyIsOfTheLastBin() {
        StatedReliability found = StatedReliability.of(
                List.of(stated(100, new Statement("sure", 101, 1, 101, 101, 101))),
                Map.of("sure", new Fate.Delivered(101)),
                110);

        assertThat(found.bins().getLast().came()).isEqualTo(1);
    }
}
