package io.rampline.desk.lineday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import io.rampline.intake.LineRules;
import io.rampline.intake.LineRules.Priority;
import io.rampline.intake.LineRules.Spacing;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Budget;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line, two days a week, twelve cars a week; six cars of the first week carry a roof. */
class WeekOrderingTest {
    private static final long MOVES = 20_000;

    @TempDir
    Path folder;

    private SmallScenario scenario() {
        return SmallScenario.in(folder)
                .with("products.csv", "model,trim,price\nCar,Base,10000\nCar,Max,20000\n")
                .with("lines.csv", """
                        plant,line,models,jobs_per_hour,hours_per_shift,shifts,days_per_week,oee
                        North,L,Car,0.75,8,1,2,1
                        """)
                .without("capacity.csv")
                .with("options.csv", "option,units_per_week,price\nROOF,6,900\nRED,,0\n")
                .with("line_rules.csv", "option,most,in,priority\nROOF,1,2,high\n")
                .with("paint.csv", "colour_run,aims\n2,high|colours|low\n")
                .with("colours.csv", "colour,option,rgb\nRed,RED,#aa0000\nWhite,,\n")
                .with("orders.csv", orders(16));
    }

    /** Every other order has a roof, every third is red. */
    private static String orders(int count) {
        StringBuilder orders = new StringBuilder("order_id,locked_at,model,trim,options\n");
        for (int i = 0; i < count; i++) {
            List<String> options = new ArrayList<>();
            if (i % 2 == 0) {
                options.add("ROOF");
            }
            if (i % 3 == 0) {
                options.add("RED");
            }
            orders.append(String.format(
                    "O-%02d,2025-12-%02d,Car,%s,%s%n",
                    i, i + 1, i % 4 < 2 ? "Base" : "Max", String.join("|", options)));
        }
        return orders.toString();
    }

    private static Found seek(LineDay day) throws NoSequence {
        return Search.run(day, 1, Budget.ofMoves(MOVES), (counts, moves) -> {});
    }

    private static LineWeek week(PromisedBook book, int bucket) {
        return LineWeek.of(book.engine(), book.contents().lineRules(), "L", bucket);
    }

    private static WeekOrdering ordering(PromisedBook book, LineWeek week, List<LineCar> tail, List<PlaceWish> late) {
        DayRules rules = DayRules.of(book.scenario(), book.contents().lineRules(), week);
        return new WeekOrdering(week, rules, book.contents().lineRules(), tail, late);
    }

    private static List<DayPlan> sought(PromisedBook book) throws NoSequence {
        return ordering(book, week(book, 0), List.of(), List.of()).seek(7, WeekOrderingTest::seek);
    }

    @Test
    void everyCarOfAWeekIsBuiltOnOneOfItsDaysAndEveryRuleIsKept() throws NoSequence {
        PromisedBook book = scenario().book();
        LineWeek week = week(book, 0);

        List<DayPlan> days = sought(book);

        assertThat(week.cars()).hasSize(12);
        assertThat(days).hasSize(2).allSatisfy(day -> {
            assertThat(day.cars()).hasSize(6);
            assertThat(day.verdict().counts().high()).isZero();
            assertThat(day.sequence().stream().filter(car -> car.options().contains("ROOF")))
                    .as("roofs are levelled")
                    .hasSize(3);
        });
        assertThat(days.getFirst().date()).hasToString("2026-01-05");
        assertThat(PromisesKept.check(week, days)).isEmpty();
        assertThat(days.getLast().day().before())
                .as("the second day knows the first")
                .hasSize(2);
        assertThat(days.getLast().day().before().getLast().ident())
                .isEqualTo(days.getFirst().sequence().getLast().orderId());
    }

    @Test
    void aDayThatBuildsACarOfAnotherWeekOrForgetsOneIsFound() throws NoSequence {
        PromisedBook book = scenario().book();
        List<DayPlan> days = sought(book);

        assertThat(PromisesKept.check(week(book, 1), days))
                .anyMatch(flaw -> flaw.contains("which is not promised for"));
        assertThat(PromisesKept.check(week(book, 0), days.subList(0, 1)))
                .hasSize(6)
                .allMatch(flaw -> flaw.contains("on no day of 2026-W02"));
        assertThat(PromisesKept.check(week(book, 0), List.of(days.getFirst(), days.getFirst())))
                .anyMatch(flaw -> flaw.contains("twice"));
    }

    @Test
    void equalInputGivesTheSameFingerprintAndAnotherOrderAnother() throws NoSequence {
        PromisedBook book = scenario().book();
        List<DayPlan> days = sought(book);

        assertThat(sought(book).getFirst().fingerprint())
                .isEqualTo(days.getFirst().fingerprint())
                .isNotEqualTo(days.getLast().fingerprint());
    }

    @Test
    void whenCarsDropOutTheOthersStayOnTheirDayInTheirOrder() throws NoSequence, CannotKeep {
        PromisedBook before = scenario().book();
        List<List<String>> earlier = orders(sought(before));
        String gone = earlier.getFirst().get(2);
        PromisedBook after = scenario()
                .with(
                        "orders.csv",
                        orders(16).lines().filter(row -> !row.startsWith(gone)).reduce("", (a, b) -> a + b + "\n"))
                .book();
        LineWeek week = week(after, 0);

        List<DayPlan> kept = ordering(after, week, List.of(), List.of()).keep(earlier, 0);

        assertThat(PromisesKept.check(week, kept)).isEmpty();
        DayChange change = kept.getFirst().change().orElseThrow();
        assertThat(change.gone()).containsExactly(gone);
        assertThat(change.come()).as("the next in line moves up").hasSize(1);
        assertThat(kept.getLast().change().orElseThrow()).isEqualTo(new DayChange(List.of(), List.of(), List.of()));
    }

    @Test
    void aCarWhosePartsComeLateMovesBackAndFewOthersMove() throws NoSequence, CannotKeep {
        PromisedBook book = scenario().book();
        List<List<String>> earlier = orders(sought(book));
        String first = earlier.getFirst().getFirst();

        PlaceWish atPlace = PlaceWish.late(first + "=4").orElseThrow();
        List<DayPlan> kept =
                ordering(book, week(book, 0), List.of(), List.of(atPlace)).keep(earlier, 2);
        assertThat(kept.getFirst().place(first).orElseThrow()).isGreaterThanOrEqualTo(3);
        assertThat(kept.getFirst().change().orElseThrow().moved()).hasSizeBetween(1, 5);

        PlaceWish onDay = PlaceWish.late(first + "=day2").orElseThrow();
        LineWeek week = week(book, 0);
        List<DayPlan> moved = ordering(book, week, List.of(), List.of(onDay)).keep(earlier, 2);
        assertThat(moved.getLast().place(first)).isPresent();
        assertThat(PromisesKept.check(week, moved)).isEmpty();
    }

    @Test
    void aCarThatNoDayHasAPlaceForIsNamed() throws NoSequence {
        PromisedBook book = scenario().book();
        List<List<String>> earlier = orders(sought(book));
        List<PlaceWish> wishes = new ArrayList<>();
        wishes.add(PlaceWish.late(earlier.getFirst().getFirst() + "=day2").orElseThrow());
        earlier.getLast().forEach(id -> wishes.add(PlaceWish.soon(id + "=6").orElseThrow()));

        assertThatThrownBy(
                        () -> ordering(book, week(book, 0), List.of(), wishes).keep(earlier, 2))
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining(earlier.getFirst().getFirst() + " on day 2 of 2026-W02 on line L")
                .hasMessageContaining("Maybe");
    }

    @Test
    void whereADayHasAPlaceLeftACarMovesThereThoughNoneMayBeExchanged() throws NoSequence, CannotKeep {
        PromisedBook book = scenario().with("orders.csv", orders(4)).book();
        LineWeek week = week(book, 0);
        List<List<String>> earlier = orders(sought(book));
        String first = earlier.getFirst().getFirst();
        List<PlaceWish> wishes = new ArrayList<>();
        wishes.add(PlaceWish.late(first + "=day2").orElseThrow());
        earlier.getLast().forEach(id -> wishes.add(PlaceWish.soon(id + "=6").orElseThrow()));

        List<DayPlan> kept = ordering(book, week, List.of(), wishes).keep(earlier, 2);

        assertThat(PromisesKept.check(week, kept)).isEmpty();
        assertThat(kept.getLast().cars())
                .extracting(LineCar::orderId)
                .contains(first)
                .hasSize(earlier.getLast().size() + 1);
    }

    private static List<List<String>> orders(List<DayPlan> days) {
        return days.stream()
                .map(day -> day.sequence().stream().map(LineCar::orderId).toList())
                .toList();
    }

    @Test
    void whenIsReadAsADayOrAPlace() {
        assertThat(PlaceWish.late("X=day3").orElseThrow().day()).hasValue(3);
        assertThat(PlaceWish.late("a=b=17").orElseThrow())
                .isEqualTo(new PlaceWish("a=b", OptionalInt.empty(), 17, PlaceWish.ANY));
        assertThat(PlaceWish.late("X=0")).isEmpty();
        assertThat(PlaceWish.late("X=Tuesday")).isEmpty();
        assertThat(PlaceWish.soon("X=day3")).isEmpty();
        assertThat(PlaceWish.fixed("X=7").orElseThrow())
                .isEqualTo(PlaceWish.late("X=7")
                        .orElseThrow()
                        .and(PlaceWish.soon("X=7").orElseThrow()));
        assertThat(PlaceWish.late("X=8")
                        .orElseThrow()
                        .and(PlaceWish.soon("X=7").orElseThrow())
                        .isPossible())
                .isFalse();
    }

    @Test
    void withoutRulesSpacingFollowsFromTakeLimits() throws NoSequence {
        PromisedBook book =
                scenario().without("line_rules.csv").without("paint.csv").book();

        DayPlan day = sought(book).getFirst();

        assertThat(day.rules().isAssumed()).isTrue();
        assertThat(day.rules().colourRun()).isEmpty();
        assertThat(day.rules().spacings().getFirst().name()).isEqualTo("+ROOF");
        // Six roofs a week on a line of twelve cars: every second car at most.
        assertThat(day.day().ratios().getFirst().most()).isEqualTo(1);
        assertThat(day.day().ratios().getFirst().in()).isEqualTo(2);
        assertThat(day.rules().spacings().subList(1, 3))
                .allMatch(level ->
                        level.priority() == Priority.LOW && level.most().isEmpty());
    }

    @Test
    void withoutAPaintShopNoDayIsSaidToHaveTooManyOfAColour() throws NoSequence {
        PromisedBook book = scenario()
                .without("paint.csv")
                .with("colours.csv", "colour\nWhite\n")
                .book();

        assertThat(sought(book)).hasSize(2).allSatisfy(day -> {
            assertThat(day.day().before()).hasSize(day.number() == 1 ? 0 : 2);
            assertThat(day.verdict().warnings()).isEmpty();
        });
    }

    @Test
    void aRuleThatNoCarOfADayCountsForIsNotARuleOfThatDay() throws CannotKeep {
        List<LineCar> cars = IntStream.range(0, 12)
                .mapToObj(i -> new LineCar(
                        "O" + i,
                        new Configuration("home", "Car", "Base", i == 0 || i == 1 ? List.of("ROOF") : List.of()),
                        "White"))
                .toList();
        List<List<String>> days = List.of(
                cars.subList(0, 6).stream().map(LineCar::orderId).toList(),
                cars.subList(6, 12).stream().map(LineCar::orderId).toList());
        LineWeek week = new LineWeek("L", Week.parse("2026-W02"), true, cars, List.of(6, 6), 8);
        LineRules said = scenario()
                .with("line_rules.csv", "option,most,in,priority\nROOF,1,4,high\nRED,2,10,low\n")
                .without("paint.csv")
                .book()
                .contents()
                .lineRules();
        DayRules rules = new DayRules(said.spacings(), OptionalInt.empty(), List.of(LineRules.Aim.HIGH_RATIOS), false);

        List<DayPlan> plans = new WeekOrdering(week, rules, said, List.of(), List.of()).keep(days, 0);

        assertThat(plans.getFirst().rules().spacings())
                .extracting(Spacing::name)
                .containsExactly("+ROOF");
        assertThat(plans.getLast().rules().spacings()).isEmpty();
        assertThat(plans.getLast().day().ratios()).isEmpty();
        assertThat(plans.getLast().verdict().counts().high()).isZero();
    }

    @Test
    void anOrderKeepsItsColourWhoeverElseIsInTheBook() {
        PromisedBook book = scenario()
                .with("colours.csv", "colour,share\nWhite,3\nBlue,1\n")
                .book();
        LineWeek many = week(book, 0);
        LineWeek few = week(
                scenario()
                        .with("colours.csv", "colour,share\nWhite,3\nBlue,1\n")
                        .with("orders.csv", orders(5))
                        .book(),
                0);

        assertThat(many.cars().subList(0, 5)).isEqualTo(few.cars());
        assertThat(many.cars()).extracting(LineCar::colour).contains("White", "Blue");
    }

    @Test
    void aPaintBatchThatCannotBeKeptIsSaid() {
        PromisedBook book = scenario().with("colours.csv", "colour\nWhite\n").book();

        assertThatThrownBy(() -> sought(book)).isInstanceOf(NoSequence.class).hasMessageContaining("2");
        assertThatThrownBy(() ->
                        ordering(book, week(book, 0), List.of(), List.of()).keep(List.of(List.of("O-00")), 3))
                .isInstanceOf(CannotKeep.class)
                .hasMessageContaining("Maybe seek a new one");
    }

    /** The plain twin: whatever the line and its days, all cars are dealt and no day gets more than it can build. */
    @Test
    void daysAreFilledInProportionAndNeverBeyondWhatTheyCan() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            int cars = random.nextInt(40);
            List<Integer> units = new ArrayList<>();
            IntStream.range(0, 1 + random.nextInt(7)).forEach(day -> units.add(random.nextInt(12)));
            units.set(
                    0,
                    units.getFirst()
                            + Math.max(0, cars - units.stream().mapToInt(u -> u).sum()));
            List<LineCar> all = IntStream.range(0, cars)
                    .mapToObj(i -> new LineCar("O" + i, new Configuration("home", "Car", "Base", List.of()), ""))
                    .toList();
            LineWeek week = new LineWeek("L", Week.parse("2026-W02"), true, all, units, 0);

            List<Integer> dealt = week.carsOfDays();

            assertThat(dealt.stream().mapToInt(n -> n).sum())
                    .as("seed %d", seed)
                    .isEqualTo(cars);
            for (int day = 0; day < dealt.size(); day++) {
                assertThat(dealt.get(day)).as("seed %d", seed).isBetween(0, units.get(day));
            }
        }
    }
}
