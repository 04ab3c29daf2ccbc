package io.rampline.promise;

import io.rampline.factory.BillLine;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Opening;
import io.rampline.factory.Option;
import io.rampline.factory.Part;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Quota;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes small worlds and commands from a seed. Small enough that everything collides: few weeks, few units, every kind
 * of limit.
 */
public final class SmallWorlds {
    static final Week START = Week.parse("2020-W50");

    public final SplittableRandom random;
    /** Of its own, so that worlds without openings stay what they are. */
    private final SplittableRandom opens;

    final int weeks;

    public SmallWorlds(long seed) {
        this.random = new SplittableRandom(seed);
        this.opens = new SplittableRandom(~seed);
        // Now and then a horizon of more than one word.
        this.weeks = random.nextInt(20) == 0 ? 60 + random.nextInt(80) : 2 + random.nextInt(12);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    WeeklyUnits units(int bound) {
        int[] units = new int[weeks];
        int last = random.nextInt(bound);
        for (int i = 0; i < weeks; i++) {
            last = oneIn(3) ? random.nextInt(bound) : last;
            units[i] = oneIn(8) ? 0 : last;
        }
        return WeeklyUnits.of(units);
    }

    WeeklyUnits limit(int bound) {
        int[] units = units(bound).toArray();
        for (int i = 0; i < weeks; i++) {
            units[i] = bare || oneIn(3) ? WeeklyUnits.UNLIMITED : units[i];
        }
        return WeeklyUnits.of(units);
    }

    /** Whether nothing is limited but the lines, one line for each model. */
    private boolean bare;

    public Scenario scenario() {
        bare = oneIn(4);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("P", "L1", List.of("A", "B"), units(4)));
        if (oneIn(2)) {
            lines.add(new Line("P", "L2", List.of("A", "B"), units(4)));
        }
        List<Product> products = new ArrayList<>();
        for (String model : List.of("A", "B")) {
            for (String trim : List.of("x", "y")) {
                List<String> names =
                        new ArrayList<>(lines.stream().map(Line::name).toList());
                products.add(new Product(
                        model, trim, 100, OptionalLong.empty(), 0, !bare && oneIn(2) ? names : List.of(oneOf(names))));
            }
        }
        List<Part> parts = new ArrayList<>();
        List<BillLine> bill = new ArrayList<>();
        for (String part : List.of("P1", "P2")) {
            if (!bare && oneIn(2)) {
                parts.add(new Part(part, OptionalLong.empty(), random.nextInt(4), units(5)));
                bill.add(new BillLine(
                        oneIn(2) ? Selector.ANY : Selector.model("A"),
                        oneIn(3) ? Optional.of("o") : Optional.empty(),
                        part,
                        1 + random.nextInt(2),
                        -random.nextInt(3)));
                if (oneIn(4)) {
                    bill.add(new BillLine(Selector.trim("A", "x"), Optional.empty(), part, 1, -random.nextInt(2)));
                }
            }
        }
        List<Market> markets = new ArrayList<>();
        markets.add(new Market("home", random.nextInt(2), 0, limit(5)));
        List<Quota> quotas = new ArrayList<>();
        if (oneIn(2)) {
            markets.add(new Market("far", random.nextInt(3), random.nextInt(weeks + 1), limit(4)));
            if (!bare && oneIn(2)) {
                Optional<String> reserved = oneIn(2) ? Optional.of("L1") : Optional.empty();
                quotas.add(new Quota("far", oneIn(2) ? Selector.ANY : Selector.model("A"), units(3), reserved));
            }
        }
        List<MixLimit> mix = oneIn(3)
                ? List.of(new MixLimit(oneIn(2) ? Optional.of("L1") : Optional.empty(), Selector.model("A"), limit(3)))
                : List.of();
        List<Option> options = List.of(new Option("o", oneIn(4) ? Selector.model("A") : Selector.ANY, 0, limit(3)));
        int asOf = oneIn(3) ? random.nextInt(2) : -1;
        Planning planning = opens.nextInt(3) == 0 ? withOpenings() : Planning.NONE;
        if (!planning.openings().isEmpty()) {
            markets.add(new Market(
                    "shut", opens.nextInt(2), weeks, WeeklyUnits.constant(weeks, bare ? WeeklyUnits.UNLIMITED : 3)));
        }
        return new Scenario(
                "small",
                new Horizon(START, weeks),
                START.plus(asOf).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(random.nextInt(3), random.nextInt(3), random.nextInt(4), List.of("first", "second"), 24),
                new WindowRule(0, 3, 0),
                products,
                lines,
                parts,
                bill,
                options,
                mix,
                markets,
                quotas,
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()),
                planning);
    }

    /** Markets that a book may open, over all kinds of lines. */
    private Planning withOpenings() {
        List<Opening> openings = new ArrayList<>();
        for (String model : List.of("A", "B")) {
            int earliest = opens.nextInt(weeks);
            openings.add(new Opening(
                    "shut",
                    opens.nextBoolean() ? Selector.model(model) : Selector.trim(model, "x"),
                    earliest,
                    earliest + opens.nextInt(weeks - earliest),
                    1 + opens.nextInt(3),
                    0,
                    opens.nextBoolean() ? Optional.of("L1") : Optional.empty(),
                    OptionalInt.empty()));
        }
        Planning none = Planning.NONE;
        return new Planning(
                none.steps(),
                openings,
                none.budgets(),
                none.cash(),
                none.crew(),
                0,
                none.cancellations(),
                none.waitCost(),
                none.guarantees());
    }

    Configuration configuration(Scenario scenario) {
        String market = oneIn(30) ? "nowhere" : oneOf(scenario.markets()).name();
        String model = oneIn(40) ? "Z" : oneOf(List.of("A", "B"));
        List<String> options = oneIn(3) ? List.of(oneIn(20) ? "?" : "o") : List.of();
        return new Configuration(market, model, oneOf(List.of("x", "y")), options);
    }

    int earliest() {
        return oneIn(4) ? random.nextInt(weeks + 2) : Order.AS_SOON_AS_POSSIBLE;
    }

    Order order(Scenario scenario, int number) {
        return new Order(
                "o" + number,
                random.nextInt(6),
                oneIn(30) ? 2 : random.nextInt(2),
                configuration(scenario),
                earliest(),
                0);
    }

    public Command command(PromiseEngine engine, int serial) {
        Scenario scenario = engine.network().scenario();
        String anId = "o" + random.nextInt(serial + 2);
        long hour = 3_600_000_000L;
        return switch (random.nextInt(25)) {
            case 0, 1 -> new Command.Quote(configuration(scenario), earliest());
            case 2 -> new Command.Hold(order(scenario, serial), engine.nowMicros() + random.nextLong(26) * hour);
            case 3, 4 -> new Command.Cancel(anId);
            case 5 -> new Command.Change(anId, configuration(scenario), earliest(), random.nextInt(9));
            case 6 -> new Command.PullForward(anId);
            case 7 ->
                new Command.SetCapacity(
                        random.nextInt(engine.network().resources().size()), random.nextInt(weeks), random.nextInt(5));
            case 8 -> new Command.SetCapacity(levels(engine));
            case 16, 17 -> plan(engine);
            case 9 -> new Command.Advance(engine.nowMicros() + random.nextLong(-2, 12 * 24) * hour);
            case 10, 11 -> repromise(anId);
            case 12 -> new Command.Book(order(scenario, random.nextInt(serial + 1)));
            case 13 -> new Command.TakeOver(order(scenario, serial), takenOverBucket());
            case 14, 15 -> new Command.Deliver(anId, engine.nowMicros());
            default -> new Command.Book(order(scenario, serial));
        };
    }

    Command.AdoptPlan plan(PromiseEngine engine) {
        return new Command.AdoptPlan("plan " + random.nextInt(3), "by hand", levels(engine), oneIn(2));
    }

    /** Levels of several resources and weeks, some higher and some lower than now. */
    List<Level> levels(PromiseEngine engine) {
        List<Level> levels = new ArrayList<>();
        for (int wishes = 1 + random.nextInt(3); wishes > 0; wishes--) {
            int resource = random.nextInt(engine.network().resources().size());
            int from = random.nextInt(weeks);
            int to = Math.min(weeks, from + 1 + random.nextInt(4));
            int more = random.nextInt(-2, 4);
            for (int bucket = from; bucket < to; bucket++) {
                long units = Math.max(0, (long) engine.capacity(resource, bucket) + more);
                levels.add(new Level(resource, bucket, (int) Math.min(WeeklyUnits.UNLIMITED, units)));
            }
        }
        return levels;
    }

    private int takenOverBucket() {
        return oneIn(3) ? OrderTable.NEVER_PROMISED : random.nextInt(weeks + 2) - 1;
    }

    private Command.Repromise repromise(String anId) {
        List<Strategy> all = List.of(Strategy.values());
        List<Command.Assignment> assignments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            assignments.add(new Command.Assignment(
                    oneOf(all),
                    oneIn(4) ? Optional.of("far") : Optional.empty(),
                    oneIn(2) ? Optional.of("A") : Optional.empty(),
                    oneIn(3) ? Optional.of("x") : Optional.empty(),
                    oneIn(3) ? Optional.of(0) : Optional.empty(),
                    new TreeSet<>(oneIn(5) ? List.of(anId) : List.<String>of())));
        }
        return new Command.Repromise(assignments, oneOf(all), oneIn(2));
    }
}
