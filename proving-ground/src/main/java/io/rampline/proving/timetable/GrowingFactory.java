package io.rampline.proving.timetable;

import io.rampline.factory.BillLine;
import io.rampline.factory.Budget;
import io.rampline.factory.Cancellations;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Part;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Step;
import io.rampline.factory.WaitCost;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A car maker in ramp-up, of any size: a planning instance for measuring and checking.
 *
 * <p>Each model is sold at home and, where the number of groups allows, in a second market that is reached by a few
 * ships. It has a line of its own, which builds the next model too, and every two models share a kind of battery pack.
 * Orders come in above what can be built and rise; {@link StepMenu} holds what can be done about it.
 *
 * <p>The same size and seed give the same factory. Money is in cents.
 */
public final class GrowingFactory {
    private static final Week START = Week.parse("2026-W02");
    private static final String HOME = "home";
    private static final String ABROAD = "EU";
    private static final int SHIP_WEEKS = 4;
    /** Weeks of orders that wait at first, unless told otherwise: half a year, as of a car that everybody wants. */
    private static final int WEEKS_WAITING = 24;

    /**
     * Share of its line's rate that a model is ordered at in the first week, and by how much that rises to the last.
     */
    private static final double HOME_SHARE = 0.75;

    private static final double ABROAD_SHARE = 0.3;
    private static final double RISE = 0.25;

    private final Size size;
    private final SplittableRandom random;
    private final int models;
    private final int[] rate;
    private final List<DemandForecast> demand = new ArrayList<>();

    /**
     * How large.
     *
     * @param weeks of the horizon, 20 or more
     * @param steps to decide on
     * @param groups of customers: models in markets
     * @param weeksWaiting weeks of orders that wait at first, 0 or more
     */
    public record Size(int weeks, int steps, int groups, int weeksWaiting, long seed) {
        public Size(int weeks, int steps, int groups, long seed) {
            this(weeks, steps, groups, WEEKS_WAITING, seed);
        }

        public Size {
            if (weeks < 20 || weeks > Horizon.WEEKS_MAX || steps < 0 || groups < 1 || weeksWaiting < 0) {
                throw new IllegalArgumentException("found " + weeks + " weeks, " + steps + " steps, " + groups
                        + " groups, expected 20 to " + Horizon.WEEKS_MAX + " weeks, 0 or more steps, 1 or more groups");
            }
        }
    }

    /** A planning instance. */
    public record Instance(Scenario scenario, OrderTable book) {}

    private GrowingFactory(Size size) {
        this.size = size;
        this.random = new SplittableRandom(size.seed());
        this.models = (size.groups() + 1) / 2;
        this.rate = random.ints(models, 300, 500).toArray();
        for (int g = 0; g < size.groups(); g++) {
            demand.add(demand(g));
        }
    }

    /** The factory of this size and seed. */
    public static Instance of(Size size) {
        GrowingFactory factory = new GrowingFactory(size);
        return new Instance(factory.scenario(), factory.book());
    }

    private WeeklyUnits constant(double units) {
        return WeeklyUnits.constant(size.weeks(), (int) Math.round(units));
    }

    private static String market(int group) {
        return group % 2 == 0 ? HOME : ABROAD;
    }

    private DemandForecast demand(int group) {
        double share = group % 2 == 0 ? HOME_SHARE : ABROAD_SHARE;
        int[] low = new int[size.weeks()];
        int[] mid = new int[size.weeks()];
        int[] high = new int[size.weeks()];
        for (int t = 0; t < size.weeks(); t++) {
            double trend = share * rate[group / 2] * (1 + RISE * t / size.weeks());
            double units = trend * (0.85 + 0.3 * random.nextDouble());
            low[t] = (int) Math.round(units * 0.85);
            mid[t] = (int) Math.round(units);
            high[t] = (int) Math.round(units * 1.15);
        }
        return new DemandForecast(
                StepMenu.model(group / 2),
                "x",
                market(group),
                WeeklyUnits.of(low),
                WeeklyUnits.of(mid),
                WeeklyUnits.of(high));
    }

    private OrderTable book() {
        OrderTable.Builder table = OrderTable.builder();
        int id = 0;
        for (int wait = 0; wait < size.weeksWaiting(); wait++) {
            for (int g = 0; g < size.groups(); g++) {
                Configuration configuration = new Configuration(market(g), StepMenu.model(g / 2), "x", List.of());
                for (int i = 0; i < demand.get(g).mid().get(0); i++) {
                    table.add(new Order("o" + id, id++, 0, configuration, Order.AS_SOON_AS_POSSIBLE, 0));
                }
            }
        }
        return table.build();
    }

    private Scenario scenario() {
        List<Line> lines = new ArrayList<>();
        List<Product> products = new ArrayList<>();
        List<BillLine> bill = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int m = 0; m < models; m++) {
            String model = StepMenu.model(m);
            String next = StepMenu.model((m + 1) % models);
            String own = StepMenu.line(m);
            String before = StepMenu.line((m + models - 1) % models);
            lines.add(new Line("P", own, models > 1 ? List.of(model, next) : List.of(model), constant(rate[m])));
            products.add(new Product(
                    model,
                    "x",
                    2_500_000,
                    OptionalLong.of(2_150_000),
                    0,
                    models > 1 ? List.of(own, before) : List.of(own)));
            bill.add(new BillLine(Selector.model(model), Optional.empty(), StepMenu.pack(m), 1, 0));
            if (m % 2 == 0) {
                int both = rate[m] + (m + 1 < models ? rate[m + 1] : 0);
                parts.add(new Part(StepMenu.pack(m), OptionalLong.empty(), 2 * both, constant(both)));
            }
        }
        return new Scenario(
                "growing-" + size.seed(),
                new Horizon(START, size.weeks()),
                START.plus(-1).sunday(),
                new Currency("EUR", 2),
                HOME,
                0.9,
                new Rules(0, 0, 0, List.of(), 24),
                new WindowRule(0, 3, 0),
                products,
                lines,
                parts,
                bill,
                List.of(),
                List.of(),
                markets(),
                List.of(),
                demand,
                new DepositTerms(0, 0, new TreeMap<>()),
                planning());
    }

    private List<Market> markets() {
        Market home = new Market(HOME, 1, 0, constant(WeeklyUnits.UNLIMITED));
        double ships = Arrays.stream(rate).sum() * 0.25;
        return size.groups() > 1 ? List.of(home, new Market(ABROAD, SHIP_WEEKS, 0, constant(ships))) : List.of(home);
    }

    private Planning planning() {
        List<Step> steps = new StepMenu(random, size.weeks(), rate, size.groups() > 1).steps(size.steps());
        long all = steps.stream().mapToLong(Step::costMinor).sum();
        int people = steps.stream().mapToInt(Step::crew).sum();
        int half = size.weeks() / 2;
        return new Planning(
                steps,
                List.of(),
                List.of(new Budget(0, half, all / 2), new Budget(half, size.weeks(), all / 2)),
                Optional.empty(),
                Optional.of(constant(people * 0.9)),
                8,
                new Cancellations(1, new TreeMap<>()),
                new WaitCost(2_500, new TreeMap<>()),
                List.of());
    }
}
