package io.rampline.proving.futures;

import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Network;
import io.rampline.factory.Product;
import io.rampline.factory.RampCurve;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import io.rampline.simulation.window.Calibration;
import io.rampline.simulation.window.Levels;
import io.rampline.simulation.window.Tally;
import io.rampline.simulation.window.Window;
import io.rampline.simulation.window.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Do windows hold as often as they say? Plants in ramp-up that live one future each, of which the planner knows the
 * plan and how far plants stray from plans; of some he knows that wrongly. Every week the open book gets windows from
 * what has been built so far, and every week the ones that came due are counted.
 *
 * <p>A cohort is what is due in so many weeks on one plant in one week: all its orders share the plant's luck, so it
 * counts once. The level of the windows follows the cohorts as they come in, lead by lead; a new plant begins with a
 * share of what the others have taught.
 */
public final class RampStudy {
    static final double TARGET = 0.9;
    static final int[] LEADS = Levels.LEADS.stream().mapToInt(Integer::intValue).toArray();
    private static final double RATE = Calibration.RATE;
    /** Share of what a plant has taught that the next one begins with. */
    private static final double LEARNT = 0.3;

    private static final int WEEKS = 140;
    private static final int ORDERS = 6_000;
    private static final int GROUPS = 250;
    private static final int FUTURES = 100;
    /** Weeks over which output is compared with the plan. */
    private static final int RECENT = 8;

    /** What is wrong with what the planner believes. */
    enum Belief {
        RIGHT,
        PLAN_TOO_HIGH,
        TOO_CALM,
        CLIMBS_LATE,
        FEW_STOPS,
        NOISE_FORGETS
    }

    private final boolean calibrated;
    private final Calibration[] levels = new Calibration[LEADS.length];
    private final double[] start = new double[LEADS.length];
    private final double[][] missed;
    private final long[][] cohorts;
    /** Windows by their width in weeks; the last place for those that have no end. */
    private final long[] widths = new long[WEEKS + 1];

    private record Issued(int week, int lead, List<int[]> orders) {}

    private RampStudy(int ramps, boolean calibrated) {
        this.calibrated = calibrated;
        Arrays.fill(levels, Calibration.at(TARGET, RATE));
        Arrays.fill(start, TARGET);
        this.missed = new double[ramps][LEADS.length];
        this.cohorts = new long[ramps][LEADS.length];
    }

    /**
     * Lives through the ramps.
     *
     * @param wrong so many of them are not as the planner believes, spread among the others
     * @param calibrated false takes the futures at their word
     */
    static RampStudy of(int ramps, int wrong, boolean calibrated, long seed) {
        RampStudy study = new RampStudy(ramps, calibrated);
        for (int ramp = 0; ramp < ramps; ramp++) {
            int before = ramp * wrong / ramps;
            int after = (ramp + 1) * wrong / ramps;
            Belief belief = after > before ? Belief.values()[1 + before % (Belief.values().length - 1)] : Belief.RIGHT;
            study.live(ramp, belief, seed);
        }
        return study;
    }

    /** Share of the cohorts' orders inside their windows: all ramps and leads. */
    double pooled() {
        double misses = 0;
        long all = 0;
        for (int ramp = 0; ramp < missed.length; ramp++) {
            for (int lead = 0; lead < LEADS.length; lead++) {
                misses += missed[ramp][lead];
                all += cohorts[ramp][lead];
            }
        }
        return 1 - misses / all;
    }

    double ofRamp(int ramp) {
        return 1
                - Arrays.stream(missed[ramp]).sum()
                        / Arrays.stream(cohorts[ramp]).sum();
    }

    double ofLead(int lead) {
        double misses = 0;
        long all = 0;
        for (int ramp = 0; ramp < missed.length; ramp++) {
            misses += missed[ramp][lead];
            all += cohorts[ramp][lead];
        }
        return 1 - misses / all;
    }

    /** Weeks that a share of the windows does not exceed. */
    int weeks(double share) {
        double wanted = share * Arrays.stream(widths).sum();
        long sum = 0;
        int weeks = -1;
        while (sum < wanted) {
            sum += widths[++weeks];
        }
        return weeks;
    }

    private void live(int ramp, Belief belief, long seed) {
        SplittableRandom random = new SplittableRandom(seed + ramp);
        int[] planned = planned(random);
        int[] built = built(planned, belief, seed * 1_000 + ramp);
        long[] sum = new long[WEEKS + 1];
        for (int week = 0; week < WEEKS; week++) {
            sum[week + 1] = sum[week] + built[week];
        }
        List<Issued> open = new ArrayList<>();
        int longest = LEADS[LEADS.length - 1];
        beginAnew();
        for (int week = 1; week < WEEKS - 2 * longest && sum[week] < ORDERS; week++) {
            settle(ramp, week, open, sum);
            issue(week, open, planned, built, sum, seed * 7_919 + ramp * 1_000L + week);
        }
        settle(ramp, WEEKS, open, sum);
    }

    private void beginAnew() {
        for (int lead = 0; lead < LEADS.length; lead++) {
            start[lead] += LEARNT * (levels[lead].level() - start[lead]);
            levels[lead] = new Calibration(TARGET, RATE, start[lead]);
        }
    }

    /** Counts those of whose orders it is known at the beginning of a week whether they kept their windows. */
    private void settle(int ramp, int week, List<Issued> open, long[] sum) {
        for (Issued issued : List.copyOf(open)) {
            boolean known =
                    issued.orders().stream().allMatch(order -> builtIn(order[0], sum) < week || order[2] < week);
            if (!known) {
                continue;
            }
            long misses = issued.orders().stream()
                    .filter(order -> builtIn(order[0], sum) < order[1] || builtIn(order[0], sum) > order[2])
                    .count();
            double share = misses / (double) issued.orders().size();
            missed[ramp][issued.lead()] += share;
            cohorts[ramp][issued.lead()]++;
            levels[issued.lead()] = levels[issued.lead()].after(share);
            open.remove(issued);
        }
    }

    /** Week in which the order of a place in line is built. */
    private static int builtIn(int place, long[] sum) {
        int week = 0;
        while (week < WEEKS && sum[week + 1] <= place) {
            week++;
        }
        return week;
    }

    private void issue(int week, List<Issued> open, int[] planned, int[] built, long[] sum, long seed) {
        int left = (int) (ORDERS - sum[week]);
        double pace = pace(week, planned, built);
        int[] ahead = new int[WEEKS - week];
        for (int w = week; w < WEEKS; w++) {
            ahead[w - week] = (int) Math.round(pace * planned[w]);
        }
        Simulation simulation = new Simulation(Network.of(scenario(week, ahead)), book(left), belief(), seed, GROUPS);
        Simulation.Worker worker = simulation.worker();
        for (int future = 0; future < FUTURES; future++) {
            worker.live(future);
        }
        Tally tally = worker.tally();
        for (int lead = 0; lead < LEADS.length; lead++) {
            Calibration level = calibrated ? levels[lead] : Calibration.at(TARGET, RATE);
            Windows windows = Windows.of(tally, level.confidence());
            List<int[]> orders = new ArrayList<>();
            int place = 0;
            for (int group = 0; group < tally.line().bookGroups(); group++) {
                int customers = tally.line().customers(group);
                Window window = level.widened(windows.of(group));
                if (window.middleBucket() == LEADS[lead]) {
                    int late = window.lateBucket() == Window.BEYOND_HORIZON ? WEEKS : week + window.lateBucket();
                    widths[Math.min(WEEKS, window.weeks() == 0 ? WEEKS : window.weeks())]++;
                    orders.add(new int[] {(int) sum[week] + place + customers / 2, week + window.earlyBucket(), late});
                }
                place += customers;
            }
            if (!orders.isEmpty()) {
                open.add(new Issued(week, lead, orders));
            }
        }
    }

    /** How what was built compares with the plan, drawn towards 1 while little has been seen. */
    private static double pace(int week, int[] planned, int[] built) {
        double plan = 2;
        double done = 2;
        for (int w = Math.max(0, week - RECENT); w < week; w++) {
            plan += planned[w];
            done += built[w];
        }
        return done / plan;
    }

    private static int[] planned(SplittableRandom random) {
        int full = 90 + random.nextInt(60);
        RampCurve curve = new RampCurve.Logistic(8 + random.nextInt(14), 0.12 + 0.2 * random.nextDouble());
        int[] planned = new int[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            planned[week] = (int) Math.round(full * (0.1 + 0.9 * curve.share(week)));
        }
        return planned;
    }

    private static int[] built(int[] planned, Belief belief, long seed) {
        int[] plan = planned.clone();
        if (belief == Belief.PLAN_TOO_HIGH) {
            plan = Arrays.stream(planned)
                    .map(units -> (int) Math.round(0.75 * units))
                    .toArray();
        }
        Futures futures = new Futures(Network.of(scenario(0, plan)), truth(belief), seed);
        Course course = futures.course();
        futures.write(0, course);
        int[] built = new int[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            built[week] = course.units(0, week);
        }
        return built;
    }

    /** What the planner believes of every plant. */
    private static Uncertainty belief() {
        return with(new Uncertainty.Output(4, 0, 2, 7, 0.6, 0.5, 1, 60));
    }

    private static Uncertainty truth(Belief belief) {
        return switch (belief) {
            case RIGHT, PLAN_TOO_HIGH -> belief();
            case TOO_CALM -> with(new Uncertainty.Output(4, 0, 2, 16, 0.6, 0.5, 1, 60));
            case CLIMBS_LATE -> with(new Uncertainty.Output(4, 8, 2, 7, 0.6, 0.5, 1, 60));
            case FEW_STOPS -> with(new Uncertainty.Output(4, 0, 2, 7, 0.6, 3, 2, 70));
            case NOISE_FORGETS -> with(new Uncertainty.Output(4, 0, 2, 12, 0.93, 0.5, 1, 60));
        };
    }

    private static Uncertainty with(Uncertainty.Output line) {
        Uncertainty none = Uncertainty.NONE;
        return new Uncertainty(
                none.plants(),
                none.plantByName(),
                line,
                none.lineByName(),
                none.parts(),
                none.partByName(),
                none.demand(),
                none.leaving());
    }

    private static OrderTable book(int orders) {
        OrderTable.Builder table = OrderTable.builder();
        int number = table.number(new Configuration("home", "A", "x", List.of()));
        for (int i = 0; i < orders; i++) {
            table.add("o" + i, i, 0, number, Order.AS_SOON_AS_POSSIBLE, OrderTable.NEVER_PROMISED, 0);
        }
        return table.build();
    }

    private static Scenario scenario(int from, int[] units) {
        Week start = Week.parse("2026-W02").plus(from);
        return new Scenario(
                "ramp",
                new Horizon(start, units.length),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                TARGET,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", 100, OptionalLong.empty(), 0, List.of("L1"))),
                List.of(new Line("P", "L1", List.of("A"), WeeklyUnits.of(units))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.constant(units.length, WeeklyUnits.UNLIMITED))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
    }
}
