package io.rampline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectiveCapacityTest {
    private static double[] days(int weeks, double days) {
        double[] all = new double[weeks];
        Arrays.fill(all, days);
        return all;
    }

    @Test
    void seventySixSecondsTwentyTwoHoursAndTwentySixDaysAreTwentySevenThousandAMonth() {
        ShiftModel shifts = new ShiftModel(3600.0 / 76, 11, 2, 7, 1);
        assertThat(shifts.unitsPerWeek(7) / 7 * 26).isCloseTo(27_095, within(1.0));
    }

    @Test
    void aHolidayWeekWorksItsDaysAndNoMore() {
        ShiftModel shifts = new ShiftModel(10, 8, 1, 5, 1);
        double[] days = {7, 3, 0, 5};
        assertThat(EffectiveCapacity.of(shifts, RampCurve.NONE, 0, days)).containsExactly(400, 240, 0, 400);
    }

    @Test
    void fractionsAreCarriedSoNoUnitIsLost() {
        ShiftModel shifts = new ShiftModel(0.1, 1, 1, 1, 1);
        int[] units = EffectiveCapacity.of(shifts, RampCurve.NONE, 0, days(30, 7));
        assertThat(Arrays.stream(units).sum()).isEqualTo(3);
        assertThat(units[9]).isEqualTo(1);
        assertThat(units[8]).isZero();
    }

    @Test
    void aRampTableIsStraightBetweenItsPointsAndFlatAfterTheLast() {
        RampCurve table = new RampCurve.Table(List.of(new RampCurve.Point(0, 0.2), new RampCurve.Point(10, 1)));
        assertThat(table.share(-1)).isZero();
        assertThat(table.share(0)).isEqualTo(0.2);
        assertThat(table.share(5)).isCloseTo(0.6, within(1e-12));
        assertThat(table.share(10)).isEqualTo(1);
        assertThat(table.share(99)).isEqualTo(1);
    }

    @Test
    void theCurvesPassThroughTheirMidpoints() {
        assertThat(new RampCurve.Logistic(10, 0.4).share(10)).isEqualTo(0.5);
        assertThat(new RampCurve.Logistic(10, 0.4).share(12)).isCloseTo(0.689974, within(1e-6));
        assertThat(new RampCurve.Gompertz(10, 0.4).share(10)).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(new RampCurve.Gompertz(10, 0.4).share(-0.5)).isZero();
    }

    @Test
    void aLineThatStartsLaterBuildsNothingBefore() {
        ShiftModel shifts = new ShiftModel(10, 10, 1, 5, 0.8);
        RampCurve ramp = new RampCurve.Table(List.of(new RampCurve.Point(0, 0.5), new RampCurve.Point(1, 1)));
        assertThat(EffectiveCapacity.of(shifts, ramp, 2, days(5, 7))).containsExactly(0, 0, 200, 400, 400);
    }

    @Test
    void whatNoPlantCanDoIsRefused() {
        assertThatThrownBy(() -> new ShiftModel(10, 13, 2, 5, 1)).hasMessageContaining("hours_per_shift x shifts");
        assertThatThrownBy(() -> new ShiftModel(10, 8, 2, 5, 1.01)).hasMessageContaining("oee");
        assertThatThrownBy(() -> new ShiftModel(Double.NaN, 8, 2, 5, 1)).hasMessageContaining("jobs_per_hour");
        assertThatThrownBy(() -> new RampCurve.Table(List.of())).hasMessageContaining("without points");
        assertThatThrownBy(() -> new RampCurve.Table(List.of(new RampCurve.Point(3, 1), new RampCurve.Point(3, 1))))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> WeeklyUnits.of(1, -1)).hasMessageContaining("bucket 1");
    }
}
