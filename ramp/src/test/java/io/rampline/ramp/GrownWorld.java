package io.rampline.ramp;

import io.rampline.factory.BillLine;
import io.rampline.factory.Cancellations;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Part;
import io.rampline.factory.Payment;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.RampCurve;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Step;
import io.rampline.factory.StepGain;
import io.rampline.factory.WaitCost;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A car maker in ramp-up, of any size: each model has a line of its own and a part of its own, both too small; steps
 * make them larger. The first line builds the second model too.
 */
public final class GrownWorld {
    private static final RampCurve CLIMB =
            new RampCurve.Table(List.of(new RampCurve.Point(0, 0.3), new RampCurve.Point(6, 1)));

    private final SplittableRandom random;
    private final int weeks;
    private final List<Line> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<BillLine> bill = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<DemandForecast> demand = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    public final Scenario scenario;
    public final OrderTable book;

    /** A world of so many weeks, models and steps, with so many orders of each model in the book. */
    public GrownWorld(long seed, int weeks, int models, int stepCount, int ordersWaiting) {
        this.random = new SplittableRandom(seed);
        this.weeks = weeks;
        for (int m = 0; m < models; m++) {
            addModel("M" + m, m);
        }
        for (int i = 0; i < stepCount; i++) {
            addStep(i, models);
        }
        scenario = scenario();
        OrderTable.Builder table = OrderTable.builder();
        for (int i = 0; i < ordersWaiting * models; i++) {
            Configuration configuration = new Configuration("home", "M" + i % models, "x", List.of());
            table.add(new Order("o" + i, i, 0, configuration, Order.AS_SOON_AS_POSSIBLE, 0));
        }
        book = table.build();
    }

    private void addModel(String model, int m) {
        int rate = 60 + random.nextInt(60);
        List<String> builds = m == 0 ? List.of("M0", "M1") : List.of(model);
        lines.add(new Line("P", "L" + m, builds, WeeklyUnits.constant(weeks, rate)));
        parts.add(new Part("PART" + m, OptionalLong.empty(), rate, WeeklyUnits.constant(weeks, rate + 10)));
        bill.add(new BillLine(Selector.model(model), Optional.empty(), "PART" + m, 1, 0));
        products.add(new Product(
                model,
                "x",
                20_000_000,
                OptionalLong.of(17_000_000),
                0,
                m == 1 ? List.of("L1", "L0") : List.of("L" + m)));
        int[] mid = new int[weeks];
        for (int t = 0; t < weeks; t++) {
            mid[t] = rate + random.nextInt(rate / 2);
        }
        WeeklyUnits low = WeeklyUnits.constant(weeks, rate);
        demand.add(new DemandForecast(
                model, "x", "home", low, WeeklyUnits.of(mid), WeeklyUnits.constant(weeks, rate * 2)));
    }

    private void addStep(int i, int models) {
        boolean part = i % 2 == 1;
        int m = i / 2 % models;
        int units = 20 + random.nextInt(60);
        long cost = 100_000_000L * (1 + random.nextInt(20));
        int lead = 2 + random.nextInt(10);
        steps.add(new Step(
                "S" + i,
                lead,
                0,
                weeks - 1,
                cost,
                List.of(new Payment(0, 400), new Payment(lead, 600)),
                random.nextInt(4) * 500_000L,
                random.nextInt(100),
                List.of(StepGain.everyWeek(
                        part ? Kind.PART : Kind.LINE, (part ? "PART" : "L") + m, units, part ? RampCurve.NONE : CLIMB)),
                i >= 2 * models && random.nextInt(2) == 0
                        ? List.of(new Step.After("S" + (i - 2 * models), 4))
                        : List.of(),
                Optional.empty(),
                OptionalInt.empty()));
    }

    private Scenario scenario() {
        return new Scenario(
                "grown",
                new Horizon(RampWorlds.START, weeks),
                RampWorlds.START.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of(), 24),
                new WindowRule(0, 3, 0),
                products,
                lines,
                parts,
                bill,
                List.of(),
                List.of(),
                List.of(new Market("home", 1, 0, WeeklyUnits.constant(weeks, WeeklyUnits.UNLIMITED))),
                List.of(),
                demand,
                new DepositTerms(0, 0, new TreeMap<>()),
                new Planning(
                        steps,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        8,
                        new Cancellations(0.5, new TreeMap<>()),
                        new WaitCost(5_000, new TreeMap<>()),
                        List.of()));
    }
}
