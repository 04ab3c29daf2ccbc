package io.rampline.simulation.backtest;

import io.rampline.simulation.futures.Draws;
import io.rampline.simulation.ramp.LinePlan;
import io.rampline.simulation.ramp.RampPath;
import java.util.Arrays;

/**
 * One future, from the first order to the last week: orders come, leave and are built, on one path of the lines.
 *
 * <p>The book of a model is one queue. Those who leave make it shorter wherever they stand, which is the
 * survival-weighted loading of one bottleneck in its weekly form. Used once.
 */
final class Walk {
    private static final int DEMAND_ALL = 0x4254_0001;
    private static final int DEMAND = 0x4254_0100;
    private static final int HIDDEN = 0x4254_0200;
    private static final int TASTE = 0x4254_0002;
    private static final int ONCE = -4;

    private static final double SHARED_DEMAND = 0.6;
    private static final double OWN_DEMAND = StrictMath.sqrt(1 - SHARED_DEMAND * SHARED_DEMAND);

    /** 0.4 percent of those who wait leave in a month. */
    private static final double LEAVING_A_WEEK = 0.004 * 12 / 52.18;

    private static final double LEAVING_SPREAD = 0.7;

    /**
     * Of a launch, orders are told of while they still pour in: the book is larger than what was told, by a factor
     * whose logarithm is half a normal of this spread. What the maker posts tells how much.
     */
    private static final double HIDDEN_SPREAD = 0.3;

    /** Spread of the weekly step of the logarithm of demand: 0.9 in a year where nobody expects anything. */
    private static final double DEMAND_STEP = 0.12;

    private static final double EXPECTED_DEMAND_STEP = 0.06;

    /** A plan splits the lines by what they will build, and not by a week of holidays. */
    private static final int PLANNED_SPLIT_WEEKS = 13;

    private final Scene scene;
    private final RampPath path;
    private final LinePlan plan;
    private final SharingOut sharing;
    private final double leaving;
    private final double[] levels;
    private final double[] fading;
    private final double[] hidden;
    private final double[] drifts;
    private final Draws draws;
    private final int number;
    private final double[] books;
    /** By model and week. */
    private final double[][] delivered;

    private final double[][] planned;
    /** Of lines that build nothing that is ordered yet: of a model to come. By week. */
    private final double[] ofModelToCome;

    Walk(Scene scene, RampPath path, Draws draws, int number) {
        this.scene = scene;
        this.path = path;
        this.plan = path.plan();
        int models = scene.models().size();
        this.draws = draws;
        this.number = number;
        this.drifts = new double[models];
        draws.at(number, TASTE, ONCE);
        this.sharing = new SharingOut(scene.plant(), models, draws.uniform());
        this.leaving = LEAVING_A_WEEK * StrictMath.exp(LEAVING_SPREAD * draws.otherNormal());
        draws.at(number, DEMAND_ALL, ONCE);
        double all = draws.normal();
        this.levels = new double[models];
        this.fading = new double[models];
        this.hidden = new double[models];
        for (int m = 0; m < models; m++) {
            draws.at(number, DEMAND + m, ONCE);
            levels[m] = SHARED_DEMAND * all + OWN_DEMAND * draws.normal();
            fading[m] = draws.otherNormal();
            draws.at(number, HIDDEN + m, ONCE);
            boolean isFresh = scene.orders().get(m).isFresh(scene.calendar().now());
            hidden[m] = isFresh ? StrictMath.exp(HIDDEN_SPREAD * StrictMath.abs(draws.normal())) : 1;
        }
        this.books = new double[models];
        this.delivered = new double[models][scene.calendar().weeks()];
        this.planned = new double[models][scene.calendar().weeks()];
        this.ofModelToCome = new double[scene.calendar().weeks()];
        for (double[] row : planned) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /**
     * Walks.
     *
     * @param asked weeks in which the maker's plan is asked for the wait of a new order
     */
    Walk run(boolean[] asked) {
        int weeks = scene.calendar().weeks();
        double[] output = new double[scene.plant().lines()];
        for (int week = 0; week < weeks; week++) {
            for (int m = 0; m < books.length; m++) {
                Orders orders = scene.orders().get(m);
                double uncounted = orders.uncounted(week);
                books[m] -= books[m] * leaving * uncounted;
                double locked = hidden[m] * orders.counted(week);
                if (uncounted == 0) {
                    drifts[m] = 0;
                } else {
                    draws.at(number, DEMAND + m, week);
                    drifts[m] += (orders.isExpected(week) ? EXPECTED_DEMAND_STEP : DEMAND_STEP) * draws.normal();
                    locked += uncounted * orders.toCome(week, levels[m], fading[m]) * StrictMath.exp(drifts[m]);
                }
                books[m] = StrictMath.max(0, books[m] + locked);
            }
            double total = scene.handovers().total(week, path.output(week));
            double scale = path.output(week) > 0 ? total / path.output(week) : 0;
            for (int line = 0; line < output.length; line++) {
                output[line] = scale * path.output(line, week);
            }
            if (asked[week]) {
                ask(week);
            }
            build(week, output);
        }
        return this;
    }

    double delivered(int model, int week) {
        return delivered[model][week];
    }

    /** Units of all models, those to come too, in a period that may begin and end within weeks. */
    double delivered(double from, double to) {
        double sum = 0;
        for (int week = StrictMath.max(0, (int) from);
                week < StrictMath.min(scene.calendar().weeks(), to);
                week++) {
            double share = StrictMath.min(to, week + 1) - StrictMath.max(from, week);
            sum += share * ofModelToCome[week];
            for (double[] ofModel : delivered) {
                sum += share * ofModel[week];
            }
        }
        return sum;
    }

    /** Weeks from lock to delivery for somebody who locks in that week, by the plan of that week. */
    double planned(int model, int week) {
        return planned[model][week];
    }

    private void build(int week, double[] output) {
        handOverCounted(week, output);
        for (int line = 0; line < output.length; line++) {
            ofModelToCome[week] += scene.plant().buildsNothingYet(line) ? output[line] : 0;
        }
        for (int round = 0; round < books.length; round++) {
            double[][] shares = sharing.shares(output, books);
            for (int line = 0; line < output.length; line++) {
                double left = output[line];
                for (int m = 0; m < books.length; m++) {
                    double units = StrictMath.min(books[m], output[line] * shares[line][m]);
                    books[m] -= units;
                    delivered[m][week] += units;
                    left -= units;
                }
                output[line] = StrictMath.max(0, left);
            }
        }
    }

    /** What was counted by model went to that model, whatever the rule says. */
    private void handOverCounted(int week, double[] output) {
        double total = 0;
        for (double units : output) {
            total += units;
        }
        for (int f = 0; f < scene.families().names().size(); f++) {
            double counted = StrictMath.min(total, scene.handovers().ofFamily(f, week));
            double book = 0;
            for (int m = 0; m < books.length; m++) {
                book += scene.families().of(scene.models().get(m)) == f ? books[m] : 0;
            }
            if (counted > 0 && book > 0) {
                double units = StrictMath.min(counted, book);
                for (int m = 0; m < books.length; m++) {
                    if (scene.families().of(scene.models().get(m)) == f) {
                        delivered[m][week] += units * books[m] / book;
                        books[m] -= units * books[m] / book;
                    }
                }
                for (int line = 0; line < output.length; line++) {
                    output[line] *= (total - units) / total;
                }
                total -= units;
            }
        }
    }

    private void ask(int week) {
        int lines = scene.plant().lines();
        double[][] ahead = new double[lines][];
        double[] soon = new double[lines];
        for (int line = 0; line < lines; line++) {
            ahead[line] = plan.of(line, week);
            for (int w = 0; w < PLANNED_SPLIT_WEEKS; w++) {
                soon[line] += ahead[line][w];
            }
        }
        double[][] shares = sharing.shares(soon, books);
        for (int m = 0; m < books.length; m++) {
            double built = 0;
            double wait = LinePlan.WEEKS_AHEAD_MAX;
            for (int w = 0; w < LinePlan.WEEKS_AHEAD_MAX; w++) {
                double units = 0;
                for (int line = 0; line < lines; line++) {
                    units += shares[line][m] * ahead[line][w];
                }
                if (units > 0 && built + units >= books[m]) {
                    wait = w + (books[m] - built) / units;
                    break;
                }
                built += units;
            }
            planned[m][week] = wait;
        }
    }
}
