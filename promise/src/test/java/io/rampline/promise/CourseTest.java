package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Network;
import io.rampline.factory.Option;
import io.rampline.factory.Product;
import io.rampline.factory.Quota;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A course in promising, one rule a lesson. Weeks are written as capacity, orders as the week they are built in. */
class CourseTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long WEEK = 7 * 24 * HOUR;

    private final List<Entry> book = new ArrayList<>();

    @Test
    void lesson01EveryOrderGetsTheEarliestWeekWithRoom() {
        PromiseEngine engine = line("2 0 1");
        assertThat(book(engine, "a b c d")).isEqualTo("a@0 b@0 c@2 d@beyond");
    }

    @Test
    void lesson02EqualNeighbouringWeeksStayTwoWeeks() {
        PromiseEngine engine = line("1 1 1 1");
        assertThat(book(engine, "a b c d e")).isEqualTo("a@0 b@1 c@2 d@3 e@beyond");
    }

    @Test
    void lesson03AWholeBookIsPromisedByRankNotByArrival() {
        PromiseEngine engine = line("1 1 1");
        OrderTable.Builder table = OrderTable.builder();
        table.add(order("late", 30, 1)).add(order("fleet", 40, 0)).add(order("early", 10, 1));
        engine.load(table.build());
        engine.promiseAll();
        assertThat(dates(engine)).isEqualTo("late@2 fleet@0 early@1");
    }

    @Test
    void lesson04TheBindingIsTheBottleneck() {
        PromiseEngine engine = line("1 1 1");
        book(engine, "a b");
        Promise.Dated promise = (Promise.Dated) engine.promiseOf(engine.find("b"));
        assertThat(promise.binding().cause()).isEqualTo(Binding.Cause.RESOURCE);
        assertThat(engine.network()
                        .resources()
                        .get(promise.binding().resources().getFirst())
                        .label())
                .isEqualTo("line L");
        assertThat(promise.binding().bucket()).isZero();
    }

    @Test
    void lesson05ACancelledSlotIsOfferedInRankOrderAndTakenOnlyByHand() {
        PromiseEngine engine = line("1 1 1 1");
        book(engine, "a b c d");
        engine.apply(new Command.Cancel("a"));
        assertThat(dates(engine)).isEqualTo("b@1 c@2 d@3");
        // Two weeks of hysteresis: b would gain only one.
        assertThat(engine.earlierDateOffers(9)).containsExactly("c", "d");
        engine.apply(new Command.PullForward("c"));
        assertThat(dates(engine)).isEqualTo("b@1 c@0 d@3");
        assertThat(book).last().isInstanceOf(Entry.PromiseMoved.class);
    }

    @Test
    void lesson06AHeldQuoteKeepsItsSlotUntilItExpires() {
        PromiseEngine engine = line("1 1 1");
        long now = engine.nowMicros();
        assertThat(engine.apply(new Command.Hold(order("a", 1, 0), now + 2 * HOUR)))
                .isInstanceOf(Answer.Held.class);
        assertThat(book(engine, "b")).isEqualTo("a@0 b@1");
        engine.apply(new Command.Advance(now + HOUR));
        assertThat(dates(engine)).isEqualTo("a@0 b@1");
        engine.apply(new Command.Advance(now + 2 * HOUR));
        assertThat(book(engine, "c")).isEqualTo("b@1 c@0");
    }

    @Test
    void lesson07BookingAHeldQuoteConfirmsItAndBookingTwiceChangesNothing() {
        PromiseEngine engine = line("1 1 1");
        engine.apply(new Command.Hold(order("a", 1, 0), engine.nowMicros() + HOUR));
        Answer first = engine.apply(new Command.Book(order("a", 1, 0)));
        Answer again = engine.apply(new Command.Book(order("a", 1, 0)));
        assertThat(again).isEqualTo(first);
        engine.apply(new Command.Advance(engine.nowMicros() + WEEK / 7));
        assertThat(dates(engine)).isEqualTo("a@0");
        assertThat(engine.apply(new Command.Book(order("a", 2, 0))))
                .isEqualTo(new Answer.Refused(Refusal.DUPLICATE_ID, "order a is in the book with other content"));
    }

    @Test
    void lesson08ACutOpensAShortageWhichMovingTheLastInLineCloses() {
        PromiseEngine engine = line("2 2 2");
        book(engine, "a b c d");
        engine.apply(new Command.SetCapacity(0, 0, 1));
        assertThat(dates(engine)).isEqualTo("a@0 b@2 c@1 d@1");
        assertThat(engine.openShortages()).isEmpty();
        assertThat(book.stream().map(entry -> entry.getClass().getSimpleName()).skip(4))
                .containsExactly("CapacityChanged", "ShortageOpened", "PromiseMoved", "ShortageClosed");
    }

    @Test
    void lesson09TheFrozenZoneDoesNotMoveSoItsShortageStaysOnRecord() {
        PromiseEngine engine = engine("2 2 2", 1, 4);
        book(engine, "a b c");
        Answer answer = engine.apply(new Command.SetCapacity(0, 0, 1));
        assertThat(dates(engine)).isEqualTo("a@0 b@0 c@1");
        assertThat(((Answer.CapacitySet) answer).open()).containsExactly(new Shortage(0, 0, 1));
        assertThat(engine.apply(new Command.Change("a", car("home"), Order.AS_SOON_AS_POSSIBLE, 0)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.FROZEN));
    }

    @Test
    void lesson10UnusedExportReservationComesHomeAtTheReleaseFence() {
        PromiseEngine engine = engine("2 2 2 2 2 2", 0, 2);
        // One of two is kept for "far"; as of the week before bucket 0 the fence has passed bucket 0 only.
        assertThat(book(engine, "a b c d")).isEqualTo("a@0 b@0 c@1 d@2");
        engine.apply(new Command.Advance(engine.nowMicros() + WEEK));
        assertThat(book(engine, "e")).endsWith("e@1");
    }

    @Test
    void lesson11BeyondTheHorizonAnOrderIsKeptAndDatedWhenThereIsRoom() {
        PromiseEngine engine = line("1 0");
        assertThat(book(engine, "a b")).isEqualTo("a@0 b@beyond");
        engine.apply(new Command.SetCapacity(0, 1, 1));
        engine.apply(new Command.Repromise(List.of(), Strategy.GAIN, false));
        assertThat(dates(engine)).isEqualTo("a@0 b@1");
    }

    @Test
    void lesson12ADryRunSaysWhatWouldChangeAndChangesNothing() {
        PromiseEngine engine = line("1 1 1");
        book(engine, "a b c");
        engine.apply(new Command.Cancel("a"));
        Difference difference = ((Answer.Repromised)
                        engine.apply(new Command.Repromise(List.of(), Strategy.REDISTRIBUTE, true)))
                .difference();
        assertThat(difference.earlier()).isEqualTo(2);
        assertThat(dates(engine)).isEqualTo("b@1 c@2");
    }

    @Test
    void lesson13WinnersComeFirstLosersLastAndTheSkippedStay() {
        PromiseEngine engine = line("1 1 1 1");
        book(engine, "a b c d");
        engine.apply(new Command.Repromise(
                List.of(assign(Strategy.WIN, "d"), assign(Strategy.LOSE, "a"), assign(Strategy.SKIP, "b")),
                Strategy.REDISTRIBUTE,
                false));
        assertThat(dates(engine)).isEqualTo("a@3 b@1 c@2 d@0");
    }

    @Test
    void lesson14ManyWeeksAreSetAtOnceSoThatAnOrderMovesOnce() {
        PromiseEngine engine = line("1 1 1 1 1");
        book(engine, "a b c");
        engine.apply(new Command.SetCapacity(List.of(new Level(0, 3, 0), new Level(0, 0, 0))));
        assertThat(dates(engine)).isEqualTo("a@4 b@1 c@2");
        assertThat(kinds(3))
                .containsExactly(
                        "CapacityChanged", "CapacityChanged", "ShortageOpened", "PromiseMoved", "ShortageClosed");

        PromiseEngine weekByWeek = line("1 1 1 1 1");
        book.clear();
        book(weekByWeek, "a b c");
        weekByWeek.apply(new Command.SetCapacity(0, 0, 0));
        weekByWeek.apply(new Command.SetCapacity(0, 3, 0));
        assertThat(dates(weekByWeek)).isEqualTo("a@4 b@1 c@2");
        assertThat(kinds(3)).containsSequence("PromiseMoved", "ShortageClosed", "CapacityChanged");
    }

    @Test
    void lesson15UnderAnAdoptedPlanThoseInLineGainByRankAndOnlyAShortageDelays() {
        PromiseEngine engine = line("1 1 1 1 1");
        book(engine, "a b c d");
        Command.AdoptPlan plan = new Command.AdoptPlan(
                "f00d", "second shift first", List.of(new Level(0, 0, 3), new Level(0, 3, 0)), false);
        assertThat(engine.apply(plan))
                .isEqualTo(new Answer.Refused(
                        Refusal.PLAN_DELAYS,
                        "the plan leaves line L short by 1 from bucket 3 on; maybe allow it to delay orders"));
        assertThat(dates(engine)).isEqualTo("a@0 b@1 c@2 d@3");

        Answer adopted = engine.apply(new Command.AdoptPlan(plan.plan(), plan.name(), plan.levels(), true));
        assertThat(dates(engine)).isEqualTo("a@0 b@0 c@0 d@1");
        assertThat(adopted).isEqualTo(new Answer.PlanAdopted(engine.position(), 3, 0, List.of()));
        assertThat(kinds(4))
                .containsExactly(
                        "PlanAdopted",
                        "CapacityChanged",
                        "CapacityChanged",
                        "ShortageOpened",
                        "PromiseMoved",
                        "PromiseMoved",
                        "PromiseMoved",
                        "ShortageClosed");
        assertThat(engine.planInForce()).contains(new AdoptedPlan("f00d", "second shift first", 5));
    }

    private List<String> kinds(int after) {
        return book.stream()
                .skip(after)
                .map(entry -> entry.getClass().getSimpleName())
                .toList();
    }

    private static Command.Assignment assign(Strategy strategy, String id) {
        return new Command.Assignment(
                strategy,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(List.of(id)));
    }

    private PromiseEngine line(String capacity) {
        return engine(capacity, 0, 99);
    }

    /** One line with the given weeks, two weeks of hysteresis, one unit a week kept for the market "far". */
    private PromiseEngine engine(String capacity, int frozenWeeks, int releaseFenceWeeks) {
        int[] units = List.of(capacity.split(" ", -1)).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        WeeklyUnits unlimited = WeeklyUnits.constant(units.length, WeeklyUnits.UNLIMITED);
        boolean reserves = releaseFenceWeeks == 2;
        Week start = Week.parse("2025-W28");
        Scenario scenario = new Scenario(
                "course",
                new Horizon(start, units.length),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(frozenWeeks, 2, releaseFenceWeeks, List.of("fleet", "retail"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("Car", "Base", 100, OptionalLong.empty(), 0, List.of("L"))),
                List.of(new Line("P", "L", List.of("Car"), WeeklyUnits.of(units))),
                List.of(),
                List.of(),
                List.<Option>of(),
                List.of(),
                List.of(new Market("home", 0, 0, unlimited), new Market("far", 3, 0, unlimited)),
                reserves
                        ? List.of(
                                new Quota("far", Selector.ANY, WeeklyUnits.constant(units.length, 1), Optional.of("L")))
                        : List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
        Network network = Network.of(scenario);
        assertThat(network.findResource(Kind.LINE, "L")).hasValue(0);
        return new PromiseEngine(network, book::add);
    }

    private static Configuration car(String market) {
        return new Configuration(market, "Car", "Base", List.of());
    }

    private static Order order(String id, long lockedAt, int priorityClass) {
        return new Order(id, lockedAt, priorityClass, car("home"), Order.AS_SOON_AS_POSSIBLE, 0);
    }

    private static String book(PromiseEngine engine, String ids) {
        for (String id : ids.split(" ", -1)) {
            engine.apply(new Command.Book(order(id, engine.size() + 1L, 0)));
        }
        return dates(engine);
    }

    private static String dates(PromiseEngine engine) {
        List<String> dates = new ArrayList<>();
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row)) {
                int bucket = engine.buildBucket(row);
                dates.add(engine.order(row).id() + "@" + (bucket < 0 ? "beyond" : Integer.toString(bucket)));
            }
        }
        return String.join(" ", dates);
    }
}
