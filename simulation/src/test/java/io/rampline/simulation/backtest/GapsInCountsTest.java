package io.rampline.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.History.Told;
import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A count that is published late leaves a gap: orders are not known then, which is not the same as none. */
class GapsInCountsTest {
    private static final LocalDate LAUNCH = LocalDate.of(2030, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2030, 6, 30);
    private static final int ORDERS_A_MONTH = 4_000;
    private static final int UNITS_A_WEEK = 1_000;
    private static final Locks LAST_WEEK =
            new Locks("A", "X", LocalDate.of(2030, 6, 24), AS_OF, 930, 0, Optional.empty(), AS_OF);

    @Test
    void monthsOfWhichNoCountSpeaksAreNotMonthsWithoutOrders() {
        double allCounted = inHalfAYear(locks(1, 2, 3, 4, 5, 6), List.of(block("1", UNITS_A_WEEK)));
        List<Locks> withAGap = new ArrayList<>(locks(1, 2, 3, 4));
        withAGap.add(LAST_WEEK);
        List<Locks> withNone = new ArrayList<>(withAGap);
        withNone.add(new Locks("A", "X", first(5), LAST_WEEK.from().minusDays(1), 0, 0, Optional.empty(), AS_OF));

        assertThat(allCounted).isBetween(2_500.0, 5_000.0);
        assertThat(inHalfAYear(withAGap, List.of(block("1", UNITS_A_WEEK))))
                .isCloseTo(allCounted, withinPercentage(20));
        assertThat(inHalfAYear(withNone, List.of(block("1", UNITS_A_WEEK)))).isLessThan(0.5 * allCounted);
    }

    @Test
    void aLineOfOneShiftMayGetASecondOneThatNobodyToldOf() {
        List<Locks> many = List.of(
                new Locks("A", "X", LAUNCH, LAUNCH.plusDays(30), 200_000, 0, Optional.empty(), LAUNCH.plusDays(31)));
        double one = inAYear(many, List.of(block("1", UNITS_A_WEEK)));
        double two = inAYear(many, List.of(block("1", UNITS_A_WEEK / 2), block("2", UNITS_A_WEEK / 2)));

        // As much again rather than half as much, in six of ten futures within a year and a half.
        assertThat(one / two).isBetween(1.05, 1.25);
    }

    @Test
    void theDaysOfAWeekAreCountedOnceHoweverManyRowsSpeakOfThem() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Calendar calendar = Calendar.of(LAUNCH, AS_OF, 1);
            CountedDays counted = new CountedDays(calendar);
            boolean[] plain = new boolean[7 * calendar.weeks()];
            int before = (int) (LAUNCH.toEpochDay() - calendar.origin().monday().toEpochDay());
            for (int row = 0; row < 6; row++) {
                int from = random.nextInt(100);
                int last = from + random.nextInt(40);
                counted.add(LAUNCH.plusDays(from), LAUNCH.plusDays(last));
                for (int day = from; day <= last; day++) {
                    plain[before + day] = true;
                }
            }
            int week = random.nextInt(20);
            int first = 7 * week + random.nextInt(8);
            long missing = IntStream.range(first, 7 * week + 7)
                    .filter(day -> !plain[day])
                    .count();
            long spokenOf = IntStream.range(7 * week, 7 * week + 7)
                    .filter(day -> plain[day])
                    .count();

            assertThat(counted.missing(week, first / 7.0)).as("seed %d", seed).isEqualTo(missing / 7.0);
            assertThat(counted.share(week)).as("seed %d", seed).isEqualTo(spokenOf / 7.0);
        }
    }

    private static double inHalfAYear(List<Locks> locks, List<Told> blocks) {
        return new Forecasted(values(locks, blocks, 5)).p50();
    }

    private static double inAYear(List<Locks> locks, List<Told> blocks) {
        return Arrays.stream(values(locks, blocks, 11)).average().orElseThrow();
    }

    private static double[] values(List<Locks> locks, List<Told> blocks, int month) {
        List<Handed> handed = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new Handed(Optional.empty(), first(number), last(number), 4_300, last(number)))
                .toList();
        History history = new History(locks, handed, List.of(), blocks, List.of(), List.of(), List.of(), List.of());
        return BackTest.run(history, new Asked(AS_OF, 12, "", 0.2, 1, 200), List.of()).rows().stream()
                .filter(row ->
                        row.kind() == Forecast.Kind.DELIVERIES && row.model().isEmpty())
                .toList()
                .get(month)
                .forecast()
                .values();
    }

    private static List<Locks> locks(int... months) {
        return IntStream.of(months)
                .mapToObj(month -> locks(month, ORDERS_A_MONTH))
                .toList();
    }

    private static Locks locks(int month, int units) {
        return new Locks("A", "X", first(month), last(month), units, 0, Optional.empty(), last(month));
    }

    private static LocalDate first(int month) {
        return LAUNCH.plusMonths(month - 1L);
    }

    private static LocalDate last(int month) {
        return LAUNCH.plusMonths(month).minusDays(1);
    }

    private static Told block(String name, int units) {
        return new Told(
                "L",
                name,
                List.of("A"),
                LAUNCH.minusMonths(4),
                LAUNCH.minusMonths(4),
                units,
                1,
                OptionalDouble.of(10),
                OptionalDouble.empty(),
                LAUNCH.minusMonths(4));
    }
}
