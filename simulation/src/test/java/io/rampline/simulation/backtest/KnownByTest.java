package io.rampline.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.factory.Week;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.History.Aim;
import io.rampline.simulation.backtest.History.Expected;
import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.History.Posted;
import io.rampline.simulation.backtest.History.Rest;
import io.rampline.simulation.backtest.History.Slots;
import io.rampline.simulation.backtest.History.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever is dated or was published later changes no bit of a forecast; the same rows, known in time, change it. */
class KnownByTest {
    private static final LocalDate AS_OF = LocalDate.of(2030, 6, 30);
    private static final LocalDate IN_TIME = LocalDate.of(2030, 6, 20);
    private static final LocalDate LATER = LocalDate.of(2030, 7, 1);

    @Test
    void ordersThatWereCountedLaterAreNotSeen() {
        assertThat(forecast(with(locks(IN_TIME, LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(locks(LocalDate.of(2030, 7, 10), IN_TIME)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(locks(IN_TIME, IN_TIME)))).isNotEqualTo(forecast(before()));
    }

    @Test
    void deliveriesThatWereCountedLaterAreNotSeen() {
        assertThat(forecast(with(handed(AS_OF, LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(handed(LATER, AS_OF)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(handed(AS_OF, AS_OF)))).isNotEqualTo(forecast(before()));
    }

    @Test
    void waitsThatWerePostedLaterAreNotSeen() {
        assertThat(forecast(with(posted(LATER, true, LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(posted(IN_TIME, true, LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(posted(IN_TIME, false, IN_TIME)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(posted(IN_TIME, true, IN_TIME)))).isNotEqualTo(forecast(before()));
    }

    @Test
    void capacityThatWasToldLaterIsNotSeen() {
        assertThat(forecast(with(told(LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(told(IN_TIME)))).isNotEqualTo(forecast(before()));
    }

    @Test
    void whatThePlannerSaidLaterIsNotSeen() {
        assertThat(forecast(with(
                        new Expected("A", "X", Week.of(LATER), Week.of(LATER.plusYears(1)), 900, 950, 990, LATER))))
                .isEqualTo(forecast(before()));
        assertThat(forecast(with(
                        new Expected("A", "X", Week.of(LATER), Week.of(LATER.plusYears(1)), 900, 950, 990, IN_TIME))))
                .isNotEqualTo(forecast(before()));
        assertThat(forecast(with(new Rest(Week.of(LATER), 0, LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(new Rest(Week.of(LATER), 0, IN_TIME)))).isNotEqualTo(forecast(before()));
        assertThat(forecast(with(new Slots("L", "A", 100, LATER)))).isEqualTo(forecast(before()));
    }

    @Test
    void whatTheMakerAimedAtLaterIsNotSeen() {
        LocalDate newYear = LocalDate.of(2030, 1, 1);
        LocalDate due = LocalDate.of(2030, 9, 30);

        assertThat(forecast(with(new Aim(newYear, due, 60_000, LATER)))).isEqualTo(forecast(before()));
        assertThat(forecast(with(new Aim(newYear, due, 60_000, IN_TIME)))).isNotEqualTo(forecast(before()));
    }

    @Test
    void whoLeftLaterIsStillThere() {
        History known =
                KnownBy.of(with(new Locks("A", "X", IN_TIME, IN_TIME, 100, 40, Optional.of(LATER), IN_TIME)), AS_OF);

        assertThat(known.locks().getLast().left()).isZero();
    }

    @Test
    void laterRowsOfAllKindsInAnyPlaceAndWithAnyFigureChangeNothing() {
        List<String> expected = forecast(before());
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            assertThat(forecast(amongLaterOnes(random))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void theSameSeedGivesTheSameForecast() {
        assertThat(forecast(before())).isEqualTo(forecast(before()));
    }

    @Test
    void aDayBeforeAllCountsIsRefused() {
        assertThatThrownBy(() ->
                        BackTest.run(before(), new Asked(LocalDate.of(2029, 1, 1), 12, "", 0.2, 1, 50), List.of()))
                .hasMessageContaining("found no orders that were counted by 2029-01-01");
    }

    @Test
    void everyMonthAndEveryWeekIsForecast() {
        Forecast forecast = BackTest.run(before(), new Asked(AS_OF, 12, "", 0.2, 1, 50), List.of());
        List<Row> months = forecast.rows().stream()
                .filter(row ->
                        row.kind() == Forecast.Kind.DELIVERIES && row.model().isPresent())
                .toList();
        List<Row> weeks = forecast.rows().stream()
                .filter(row -> row.kind() == Forecast.Kind.POSTED_WAIT)
                .toList();

        assertThat(months).hasSize(12);
        assertThat(months.getFirst().date()).isEqualTo(LocalDate.of(2030, 7, 31));
        assertThat(months.getLast().date()).isEqualTo(LocalDate.of(2031, 6, 30));
        // 2030-07-01 is a Monday, and 2031-06-30 is one.
        assertThat(weeks).hasSize(53);
        assertThat(weeks.getFirst().date()).isEqualTo(LATER);
        assertThat(months.getFirst().forecast().p50()).isBetween(3_000.0, 6_000.0);
    }

    private static List<String> forecast(History history) {
        Forecast forecast = BackTest.run(history, new Asked(AS_OF, 3, "", 0.2, 1, 50), List.of());
        return forecast.rows().stream()
                .map(row -> row.kind() + " " + row.date() + " " + row.model() + " " + row.trim() + " "
                        + java.util.Arrays.toString(row.forecast().values()))
                .toList();
    }

    /** Half a year: 40,000 orders, 1,000 cars a week, a wait of half a year. */
    private static History before() {
        List<Handed> handed = new ArrayList<>();
        for (int month = 1; month <= 5; month++) {
            LocalDate from = LocalDate.of(2030, month, 1);
            LocalDate last = from.plusMonths(1).minusDays(1);
            handed.add(new Handed(Optional.empty(), from, last, 4_000 + 100 * month, last));
        }
        return new History(
                List.of(
                        new Locks(
                                "A",
                                "X",
                                LocalDate.of(2030, 1, 1),
                                LocalDate.of(2030, 1, 7),
                                30_000,
                                500,
                                Optional.empty(),
                                LocalDate.of(2030, 1, 8)),
                        new Locks(
                                "A",
                                "X",
                                LocalDate.of(2030, 1, 8),
                                LocalDate.of(2030, 5, 31),
                                20_000,
                                100,
                                Optional.empty(),
                                LocalDate.of(2030, 6, 1))),
                handed,
                List.of(new Posted(
                        "A", Optional.of("X"), LocalDate.of(2030, 5, 1), 28, true, LocalDate.of(2030, 5, 1))),
                List.of(new Told(
                        "L",
                        "1",
                        List.of("A"),
                        LocalDate.of(2029, 9, 1),
                        LocalDate.of(2029, 9, 1),
                        1_000,
                        1,
                        OptionalDouble.of(10),
                        OptionalDouble.empty(),
                        LocalDate.of(2029, 9, 1))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Locks locks(LocalDate last, LocalDate known) {
        return new Locks("A", "X", LocalDate.of(2030, 6, 1), last, 9_000, 0, Optional.empty(), known);
    }

    private static Handed handed(LocalDate last, LocalDate known) {
        return new Handed(Optional.empty(), LocalDate.of(2030, 6, 1), last, 9_000, known);
    }

    private static Posted posted(LocalDate day, boolean firm, LocalDate known) {
        return new Posted("A", Optional.of("X"), day, 60, firm, known);
    }

    private static Told told(LocalDate known) {
        return new Told(
                "L",
                "2",
                List.of("A"),
                LocalDate.of(2030, 6, 1),
                LocalDate.of(2030, 8, 1),
                2_000,
                1,
                OptionalDouble.of(10),
                OptionalDouble.empty(),
                known);
    }

    private static History amongLaterOnes(SplittableRandom random) {
        History old = before();
        return new History(
                among(old.locks(), random, day -> locks(day, day)),
                among(old.handed(), random, day -> handed(day, day)),
                among(
                        old.posted(),
                        random,
                        day -> new Posted(
                                "A", Optional.of("X"), day, 1 + random.nextInt(90), random.nextBoolean(), day)),
                among(old.blocks(), random, KnownByTest::told),
                among(
                        old.expected(),
                        random,
                        day -> new Expected(
                                "A", "X", Week.of(AS_OF), Week.of(day), 1, random.nextInt(5_000), 9_000, day)),
                among(old.slots(), random, day -> new Slots("L", "A", random.nextInt(2_000), day)),
                among(old.rests(), random, day -> new Rest(Week.of(day), random.nextDouble(), day)),
                among(
                        old.aims(),
                        random,
                        day -> new Aim(
                                LocalDate.of(2030, 1, 1), LocalDate.of(2030, 9, 30), 1 + random.nextInt(90_000), day)));
    }

    /** The rows in their order, with up to five later ones before, between and after them. */
    private static <T> List<T> among(List<T> rows, SplittableRandom random, Function<LocalDate, T> later) {
        List<T> mixed = new ArrayList<>(rows);
        int more = random.nextInt(6);
        for (int i = 0; i < more; i++) {
            mixed.add(random.nextInt(mixed.size() + 1), later.apply(LATER.plusDays(random.nextInt(400))));
        }
        return mixed;
    }

    private static History with(History.Dated row) {
        History old = before();
        return new History(
                row instanceof Locks locks ? and(old.locks(), locks) : old.locks(),
                row instanceof Handed handed ? and(old.handed(), handed) : old.handed(),
                row instanceof Posted posted ? and(old.posted(), posted) : old.posted(),
                row instanceof Told told ? and(old.blocks(), told) : old.blocks(),
                row instanceof Expected expected ? and(old.expected(), expected) : old.expected(),
                row instanceof Slots slots ? and(old.slots(), slots) : old.slots(),
                row instanceof Rest rest ? and(old.rests(), rest) : old.rests(),
                row instanceof Aim aim ? and(old.aims(), aim) : old.aims());
    }

    private static <T> List<T> and(List<T> rows, T one) {
        List<T> more = new ArrayList<>(rows);
        more.add(one);
        return more;
    }
}
