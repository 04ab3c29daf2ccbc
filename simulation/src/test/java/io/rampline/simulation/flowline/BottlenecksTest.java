package io.rampline.simulation.flowline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BottlenecksTest {
    private static final int IN_WORK = LineRun.WORKING;
    private static final int WAITS = LineRun.STARVED;

    private static Activity three() {
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stations.add(Lines.station("S" + i, Lines.fixed(60), 0));
        }
        return new Activity(stations, true);
    }

    private static void active(Activity activity, int station, double from, double to) {
        activity.change(station, WAITS, IN_WORK, from);
        activity.change(station, IN_WORK, WAITS, to);
    }

    /**
     *
     *
     * <pre>
     * S0  ======================..........
     * S1  ..............==================   longer than S0: reigns from 14 on
     * S2  ..====..====...............====.
     *     0                             36
     * </pre>
     */
    @Test
    void theLongestPeriodReignsAndOverlapsAreShared() {
        Activity activity = three();
        active(activity, 0, 0, 22);
        active(activity, 1, 14, 36);
        active(activity, 2, 2, 6);
        active(activity, 2, 8, 12);
        active(activity, 2, 31, 35);
        active(activity, 1, 36, 38);
        activity.end(40);

        Bottlenecks found = Bottlenecks.of(activity, 0, 40);

        assertThat(found.reigns())
                .containsExactly(new Bottlenecks.Reign(0, 0, 14, 0, 22), new Bottlenecks.Reign(1, 14, 38, 14, 38));
        assertThat(found.soleShare(0)).isCloseTo(14.0 / 40, within(1e-12));
        assertThat(found.shiftingShare(0)).isCloseTo(8.0 / 40, within(1e-12));
        assertThat(found.soleShare(1)).isCloseTo(16.0 / 40, within(1e-12));
        assertThat(found.shiftingShare(1)).isCloseTo(8.0 / 40, within(1e-12));
        assertThat(found.soleShare(2) + found.shiftingShare(2)).isZero();
    }

    @Test
    void whenNobodyIsActiveNobodyIsToBlame() {
        Activity activity = three();
        active(activity, 0, 2, 5);
        active(activity, 2, 8, 10);
        activity.end(10);

        Bottlenecks found = Bottlenecks.of(activity, 0, 10);

        assertThat(found.soleShare(0)).isCloseTo(0.3, within(1e-12));
        assertThat(found.soleShare(2)).isCloseTo(0.2, within(1e-12));
        assertThat(found.shiftingShare(0) + found.shiftingShare(2)).isZero();
    }

    @Test
    void aPeriodThatWasOpenWhenCountingBeganCountsFromThere() {
        Activity activity = three();
        activity.change(1, WAITS, IN_WORK, 1);
        activity.forget(4);
        activity.end(10);

        Bottlenecks found = Bottlenecks.of(activity, 4, 10);

        assertThat(found.soleShare(1)).isEqualTo(1);
    }

    @Test
    void theSlowStationOfALineIsFound() {
        FlowLine line = Lines.of(
                Lines.station("body", Lines.exponential(60), 0),
                Lines.station("paint", Lines.exponential(80), 5),
                Lines.station("assembly", Lines.exponential(55), 5));
        Span span = new Span(50, 500);
        List<Replication> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(Replication.of(line, span, 3, i, true));
        }

        LineResult result = LineResult.of(line, span, runs, 100);

        assertThat(result.bottleneck()).isEqualTo(1);
        assertThat(result.stations().get(1).sole().value()).isGreaterThan(0.5);
    }
}
