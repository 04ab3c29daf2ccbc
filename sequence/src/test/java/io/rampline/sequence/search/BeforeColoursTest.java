package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two cars with a roof of four, no two of which may follow each other; another option is of low priority. */
class BeforeColoursTest {
    private static final int[] ROOFS_TOGETHER = {0, 1, 2, 3};
    private static final int[] ROOFS_APART = {0, 2, 1, 3};
    private static final int[] APART_ANOTHER_WAY = {3, 1, 2, 0};

    private final Line line = new Line(new LineDay(
            "day",
            List.of(new Ratio("roof", 1, 2, Priority.HIGH), new Ratio("hook", 1, 2, Priority.LOW)),
            List.of(),
            List.of(new Car("a", 1, 0b01), new Car("b", 2, 0b01), new Car("c", 1, 0b10), new Car("d", 2, 0b10)),
            4,
            List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS),
            DayEdge.EVERY_WINDOW));

    private AimByAim at(int[] order) {
        line.take(order);
        AimByAim reached = new AimByAim(line);
        reached.compare(line);
        return reached;
    }

    @Test
    void coloursBeginFromTheLatestOrderThatIsNoWorseInTheAimsAbove() {
        AimByAim first = at(ROOFS_TOGETHER);
        BeforeColours before = new BeforeColours(line);
        assertThat(before.order(first)).containsExactly(ROOFS_TOGETHER);

        AimByAim better = at(ROOFS_APART);
        before.keep(better);
        before.keep(at(ROOFS_TOGETHER));
        assertThat(before.order(better)).containsExactly(ROOFS_APART);

        before.keep(at(APART_ANOTHER_WAY));
        assertThat(before.order(better)).containsExactly(APART_ANOTHER_WAY);
    }

    @Test
    void thereIsNoneWhenTheAimsAboveHaveComeFurtherSince() {
        at(ROOFS_TOGETHER);
        BeforeColours before = new BeforeColours(line);

        assertThat(before.order(at(ROOFS_APART))).isEmpty();
    }

    @Test
    void aWalkAboutPricesTheAimsAboveAlone() {
        Stage colours = Stage.of(line.day.aims(), line.windows)[1];
        colours.setPricesAbove(line);

        assertThat(line.colourPrice).isZero();
        assertThat(line.windows.price[0]).isPositive();
        assertThat(line.windows.price[1]).isZero();
    }
}
