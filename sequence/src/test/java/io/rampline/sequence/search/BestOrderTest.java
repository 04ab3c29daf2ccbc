package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestOrderTest {
    private static final int[] FEW_COLOURS = {1, 0, 2, 3};
    private static final int[] NO_VIOLATION = {0, 3, 2, 1};

    /** Two violations weigh more than a change of colour in the mark, though colours come first. */
    private final Line line = new Line(new LineDay(
            "four cars",
            List.of(new Ratio("sunroof", 1, 2, Priority.LOW, 1_000), new Ratio("rack", 1, 2, Priority.LOW, 1_000)),
            List.of(),
            List.of(new Car("a", 1, 3), new Car("b", 1, 0), new Car("c", 2, 3), new Car("d", 2, 0)),
            4,
            List.of(Aim.COLOUR_CHANGES, Aim.LOW_RATIOS),
            DayEdge.EVERY_WINDOW));

    private BestOrder startedWith(int[] order) {
        line.take(order);
        return new BestOrder(line, new Counts(0, 0, 1), (counts, moves) -> {});
    }

    private void thenSees(BestOrder best, int[] order) {
        line.take(order);
        best.compare(line, 1);
    }

    @Test
    void aLowerMarkDoesNotHideWhatTheFirstAimHasComeTo() {
        BestOrder best = startedWith(FEW_COLOURS);
        thenSees(best, NO_VIOLATION);

        assertThat(best.order).containsExactly(NO_VIOLATION);
        assertThat(best.counts()).isEqualTo(new Counts(0, 0, 2));
        assertThat(best.aimByAim.order).containsExactly(FEW_COLOURS);
        assertThat(best.aimByAim.counts()).isEqualTo(new Counts(0, 2_000, 1));
        assertThat(best.isBestAimByAim()).isFalse();
    }

    @Test
    void theFirstAimIsTakenOverThoughTheMarkIsHigher() {
        BestOrder best = startedWith(NO_VIOLATION);
        thenSees(best, FEW_COLOURS);

        assertThat(best.order).containsExactly(NO_VIOLATION);
        assertThat(best.aimByAim.order).containsExactly(FEW_COLOURS);
    }

    @Test
    void anAimIsDoneWithAtItsBoundWhateverTheMark() {
        BestOrder best = startedWith(NO_VIOLATION);
        assertThat(best.meetsBounds(0)).isFalse();

        thenSees(best, FEW_COLOURS);

        assertThat(best.meetsBounds(0)).isTrue();
        assertThat(best.meetsBounds(1)).isFalse();
    }

    @Test
    void bothAreOneWhereTheLaterAimAloneGotBetter() {
        BestOrder best = startedWith(FEW_COLOURS);
        thenSees(best, new int[] {0, 1, 2, 3});

        assertThat(best.order).containsExactly(0, 1, 2, 3);
        assertThat(best.aimByAim.order).containsExactly(0, 1, 2, 3);
        assertThat(best.isBestAimByAim()).isTrue();
    }
}
