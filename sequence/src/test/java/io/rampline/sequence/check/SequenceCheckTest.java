package io.rampline.sequence.check;

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

/** Marks counted by hand. A car is written as its colour and the ratios that it counts for. */
class SequenceCheckTest {
    private static final Ratio HIGH_1_IN_2 = new Ratio("sun roof", 1, 2, Priority.HIGH);
    private static final Ratio LOW_1_IN_3 = new Ratio("hook", 1, 3, Priority.LOW);

    private static Car car(String ident, int colour, int... ratios) {
        long options = 0;
        for (int ratio : ratios) {
            options |= 1L << ratio;
        }
        return new Car(ident, colour, options);
    }

    private static LineDay day(List<Car> before, List<Car> cars, int runMax, DayEdge edge) {
        return new LineDay(
                "by hand",
                List.of(HIGH_1_IN_2, LOW_1_IN_3),
                before,
                cars,
                runMax,
                List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS),
                edge);
    }

    private static final List<Car> BEFORE = List.of(car("y", 2, 1), car("z", 1, 0));
    private static final List<Car> CARS =
            List.of(car("a", 1, 0), car("b", 1, 1), car("c", 2, 0, 1), car("d", 2, 0), car("e", 1, 1));

    @Test
    void theDayBeforeAndTheLastWindowsCount() {
        Verdict verdict = SequenceCheck.of(day(BEFORE, CARS, 2, DayEdge.EVERY_WINDOW), List.of(0, 1, 2, 3, 4));

        // High: z a, c d. Low: b c d, c d e, and b lies in "z a b" with no other; y is out of reach. Colours: b|c, d|e.
        assertThat(verdict.counts()).isEqualTo(new Counts(2, 3, 2));
        assertThat(verdict.violations()).containsExactly(2L, 3L);
        assertThat(verdict.isAllowed()).isTrue();
    }

    @Test
    void shrunkenWindowsAtTheEndCount() {
        List<Car> cars = List.of(car("a", 1), car("b", 1, 1), car("c", 1, 1));

        assertThat(SequenceCheck.of(day(List.of(), cars, 3, DayEdge.EVERY_WINDOW), List.of(0, 1, 2))
                        .counts())
                .isEqualTo(new Counts(0, 2, 0));
        assertThat(SequenceCheck.of(day(List.of(), cars, 3, DayEdge.WHOLE_WINDOWS), List.of(0, 1, 2))
                        .counts())
                .isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void aBatchThatIsTooLongIsAFlawAndOneOverTheBorderAWarning() {
        Verdict verdict = SequenceCheck.of(day(BEFORE, CARS, 2, DayEdge.EVERY_WINDOW), List.of(0, 1, 4, 2, 3));

        assertThat(verdict.flaws()).singleElement().asString().contains("more than 2 cars of colour 1", "car e");

        Verdict overTheBorder = SequenceCheck.of(day(BEFORE, CARS, 2, DayEdge.EVERY_WINDOW), List.of(0, 1, 2, 3, 4));
        assertThat(overTheBorder.flaws()).isEmpty();
        assertThat(overTheBorder.warnings()).singleElement().asString().contains("1 cars of the day before", "first 2");
    }

    @Test
    void carsThatAreMissingTwiceThereOrUnknownAreFlaws() {
        LineDay day = day(BEFORE, CARS, 9, DayEdge.EVERY_WINDOW);

        assertThat(SequenceCheck.of(day, List.of(0, 1, 2, 3)).flaws())
                .contains("found 4 cars, expected the 5 of the day");
        assertThat(SequenceCheck.of(day, List.of(0, 1, 2, 3, 3)).flaws()).contains("found car d twice");
        assertThat(SequenceCheck.of(day, List.of(0, 1, 2, 3, 5)).flaws())
                .contains("found car number 5, expected one from 0 to 4");
    }

    @Test
    void aCarOutsideItsBoundsIsAFlaw() {
        List<Car> cars = List.of(car("a", 1).between(1, 2), car("b", 1), car("c", 1));

        assertThat(SequenceCheck.of(day(List.of(), cars, 3, DayEdge.EVERY_WINDOW), List.of(0, 1, 2))
                        .flaws())
                .containsExactly("found car a at place 1, expected from 2 to 3");
    }

    @Test
    void theMarkWeighsCountsByTheirRank() {
        Counts counts = new Counts(2, 1_005, 7);

        assertThat(counts.mark(List.of(Aim.HIGH_RATIOS, Aim.COLOUR_CHANGES, Aim.LOW_RATIOS)))
                .isEqualTo(2_008_005);
        assertThat(counts.mark(List.of(Aim.COLOUR_CHANGES, Aim.HIGH_RATIOS))).isEqualTo(7_002_000);
    }
}
