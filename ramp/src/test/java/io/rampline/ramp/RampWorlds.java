package io.rampline.ramp;

import io.rampline.factory.BillLine;
import io.rampline.factory.Budget;
import io.rampline.factory.Cancellations;
import io.rampline.factory.Cash;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.MixLimit;
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
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes small worlds with steps to decide on from a seed: few weeks, few steps, every kind of restriction. */
public final class RampWorlds {
    public static final Week START = Week.parse("2026-W02");

    public final SplittableRandom random;
    public final int weeks;
    public final Scenario scenario;
    public final OrderTable book;
    public final Terms terms;

    public RampWorlds(long seed) {
        random = new SplittableRandom(seed);
        weeks = 6 + random.nextInt(4);
        scenario = scenario();
        book = book();
        Terms asked = Terms.of(weeks)
                .guarantee(new Wait(2 + random.nextInt(3), random.nextInt(3)))
                .gap(0);
        terms = oneIn(4) ? asked.spendMax(1000L * random.nextInt(20)) : asked;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private WeeklyUnits constant(int units) {
        return WeeklyUnits.constant(weeks, units);
    }

    private Scenario scenario() {
        boolean twoLines = oneIn(2);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("P", "L1", List.of("A", "B"), constant(3 + random.nextInt(4))));
        if (twoLines) {
            lines.add(new Line("P", "L2", List.of("A", "B"), constant(1 + random.nextInt(3))));
        }
        boolean part = oneIn(2);
        List<Part> parts = part
                ? List.of(new Part("CELL", OptionalLong.empty(), random.nextInt(6), constant(2 + random.nextInt(4))))
                : List.of();
        List<BillLine> bill = part
                ? List.of(new BillLine(Selector.model("B"), Optional.empty(), "CELL", 1, -random.nextInt(2)))
                : List.of();
        List<MixLimit> mix = oneIn(2)
                ? List.of(new MixLimit(Optional.of("L1"), Selector.model("A"), constant(2 + random.nextInt(4))))
                : List.of();
        List<Product> products = new ArrayList<>();
        for (String model : List.of("A", "B")) {
            products.add(new Product(
                    model,
                    "x",
                    9000,
                    oneIn(2) ? OptionalLong.of(8000 + random.nextInt(900)) : OptionalLong.empty(),
                    0,
                    twoLines && oneIn(2) ? List.of("L1", "L2") : List.of("L1")));
        }
        List<DemandForecast> demand = new ArrayList<>();
        for (String model : List.of("A", "B")) {
            int[] mid = random.ints(weeks, 0, 6).toArray();
            int[] high = Arrays.stream(mid).map(units -> units * 2).toArray();
            demand.add(new DemandForecast(model, "x", "home", constant(1), WeeklyUnits.of(mid), WeeklyUnits.of(high)));
        }
        return new Scenario(
                "small",
                new Horizon(START, weeks),
                START.plus(-1).sunday(),
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
                mix,
                List.of(new Market("home", random.nextInt(2), 0, constant(WeeklyUnits.UNLIMITED))),
                List.of(),
                demand,
                new DepositTerms(0, 0, new TreeMap<>()),
                planning(twoLines, part, !mix.isEmpty()));
    }

    private Planning planning(boolean twoLines, boolean part, boolean mix) {
        List<Step> steps = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            steps.add(step(i, gains(i, twoLines, part, mix)));
        }
        List<Budget> budgets =
                oneIn(3) ? List.of(new Budget(0, 1 + random.nextInt(weeks), 1000L * random.nextInt(12))) : List.of();
        Optional<Cash> cash = oneIn(4) ? Optional.of(new Cash(1000L * random.nextInt(20), 0)) : Optional.empty();
        Optional<WeeklyUnits> crew = oneIn(3) ? Optional.of(constant(5 + random.nextInt(10))) : Optional.empty();
        return new Planning(
                steps,
                List.of(),
                budgets,
                cash,
                crew,
                oneIn(2) ? 0 : 20,
                oneIn(2) ? Cancellations.NONE : new Cancellations(20, new TreeMap<>()),
                oneIn(4) ? WaitCost.NONE : new WaitCost(1 + random.nextInt(300), new TreeMap<>()),
                List.of());
    }

    private List<StepGain> gains(int i, boolean twoLines, boolean part, boolean mix) {
        List<StepGain> gains = new ArrayList<>();
        RampCurve ramp = oneIn(2)
                ? RampCurve.NONE
                : new RampCurve.Table(List.of(new RampCurve.Point(0, 0.3), new RampCurve.Point(2, 1)));
        gains.add(StepGain.everyWeek(Kind.LINE, twoLines && oneIn(3) ? "L2" : "L1", 1 + random.nextInt(6), ramp));
        if (part && (i == 0 || oneIn(2))) {
            gains.add(StepGain.everyWeek(Kind.PART, "CELL", 1 + random.nextInt(6), ramp));
        }
        if (mix && (i == 0 || oneIn(2))) {
            gains.add(StepGain.everyWeek(Kind.MIX, "L1 A", 1 + random.nextInt(6), ramp));
        }
        return gains;
    }

    private Step step(int i, List<StepGain> gains) {
        int earliest = random.nextInt(2);
        return new Step(
                "S" + i,
                random.nextInt(3),
                earliest,
                earliest + random.nextInt(4),
                1000L * (1 + random.nextInt(9)),
                oneIn(2) ? Step.AT_START : List.of(new Payment(0, 300), new Payment(2, 700)),
                random.nextInt(3) * 100L,
                random.nextInt(8),
                gains,
                i > 0 && oneIn(3) ? List.of(new Step.After("S" + (i - 1), random.nextInt(3))) : List.of(),
                oneIn(4) ? Optional.of("choice") : Optional.empty(),
                oneIn(8) ? OptionalInt.of(earliest) : OptionalInt.empty());
    }

    private OrderTable book() {
        OrderTable.Builder table = OrderTable.builder();
        int count = random.nextInt(15);
        for (int i = 0; i < count; i++) {
            table.add(new Order(
                    "o" + i,
                    i,
                    0,
                    new Configuration("home", oneIn(2) ? "A" : "B", "x", List.of()),
                    oneIn(6) ? random.nextInt(weeks) : Order.AS_SOON_AS_POSSIBLE,
                    0));
        }
        return table.build();
    }
}
