package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.History.Posted;
import io.rampline.simulation.futures.Draws;
import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a maker posts, from what it would plan: posted = (planned + a week on the road) x exp(q). The q of a trim begins
 * where its last posted wait was, keeps half of that for good (the maker plans trims apart, with slots or parts of
 * their own), loses the other half week by week, and wanders: q' = lasting + carry (q - lasting) + noise.
 *
 * <p>Futures in which the plan was far from what was posted lately count less: Student's t with 4 degrees of freedom on
 * the logarithm, one factor a model, because its trims share one book.
 *
 * <p>Carry, noise and the half are assumed; the back-tests tell how good they are.
 */
final class PostedWaits {
    private static final int WANDER = 0x4254_1000;
    private static final int PICK = 0x4254_2000;

    private static final double ON_THE_ROAD_WEEKS = 1;
    private static final double LASTING = 0.5;
    private static final double CARRY = 0.96;
    private static final double NOISE = 0.045;

    /** Where a trim was never posted. */
    private static final double UNKNOWN = 0.15;

    private static final int LATELY_WEEKS = 9;
    private static final double AGREEMENT = 0.25;
    private static final double FREEDOM = 4;

    private final Scene scene;
    private final boolean[] asked;

    PostedWaits(Scene scene) {
        this.scene = scene;
        Calendar calendar = scene.calendar();
        asked = new boolean[calendar.weeks()];
        for (int week = calendar.now(); week < asked.length; week++) {
            asked[week] = true;
        }
        for (Posted posted : scene.known().posted()) {
            int week = calendar.week(posted.until());
            if (week >= 0) {
                asked[week] = true;
            }
        }
    }

    /** Weeks in which the plan must be known. */
    boolean[] asked() {
        return asked;
    }

    /** As many futures, drawn anew by how well their plans agree with what was posted lately. */
    List<Walk> agreeing(List<Walk> walks, Draws draws) {
        double[] weights = new double[walks.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(agreement(walks.get(i)) + scene.aims().agreement(walks.get(i)));
            sum += weights[i];
        }
        if (!(sum > 0)) {
            return walks;
        }
        List<Walk> drawn = new ArrayList<>();
        draws.at(0, PICK, 0);
        double place = draws.uniform() * sum / weights.length;
        double passed = weights[0];
        int parent = 0;
        for (int i = 0; i < weights.length; i++) {
            while (passed < place && parent < weights.length - 1) {
                passed += weights[++parent];
            }
            drawn.add(walks.get(parent));
            place += sum / weights.length;
        }
        return drawn;
    }

    private double agreement(Walk walk) {
        double log = 0;
        for (int m = 0; m < scene.models().size(); m++) {
            double apart = 0;
            int trims = 0;
            for (String trim : scene.trims().get(m)) {
                Posted last = scene.lastPosted(m, trim);
                if (last != null && scene.calendar().now() - week(last) <= LATELY_WEEKS) {
                    apart += ratio(walk, m, last);
                    trims++;
                }
            }
            if (trims > 0) {
                double miss = apart / trims / AGREEMENT;
                log -= (FREEDOM + 1) / 2 * StrictMath.log1p(miss * miss / FREEDOM);
            }
        }
        return log;
    }

    List<Row> rows(List<Walk> walks, Draws draws) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (int m = 0; m < scene.models().size(); m++) {
            for (String trim : scene.trims().get(m)) {
                double[][] posted = posted(walks, draws, m, trim, number++);
                for (int week = 0; week < posted.length; week++) {
                    LocalDate monday = scene.calendar()
                            .origin()
                            .plus(scene.calendar().now() + week)
                            .monday();
                    rows.add(new Row(
                            Kind.POSTED_WAIT,
                            monday,
                            monday,
                            Optional.of(scene.models().get(m)),
                            Optional.of(trim),
                            new Forecasted(posted[week])));
                }
            }
        }
        return rows;
    }

    /** By week from now on, then by future. */
    private double[][] posted(List<Walk> walks, Draws draws, int m, String trim, int number) {
        Calendar calendar = scene.calendar();
        int now = calendar.now();
        double[][] posted = new double[calendar.weeks() - now][walks.size()];
        Posted last = scene.lastPosted(m, trim);
        int from = last == null ? now : week(last);
        for (int i = 0; i < walks.size(); i++) {
            Walk walk = walks.get(i);
            draws.at(i, WANDER + number, -1);
            double q = last == null ? UNKNOWN * draws.normal() : ratio(walk, m, last);
            double lasting = LASTING * q;
            for (int week = from; week < calendar.weeks(); week++) {
                if (week >= now) {
                    posted[week - now][i] = (walk.planned(m, week) + ON_THE_ROAD_WEEKS) * StrictMath.exp(q);
                }
                draws.at(i, WANDER + number, week);
                q = lasting + CARRY * (q - lasting) + NOISE * draws.normal();
            }
        }
        return posted;
    }

    /** Logarithm of posted over planned. */
    private double ratio(Walk walk, int m, @Nullable Posted last) {
        if (last == null) {
            return 0;
        }
        double planned = walk.planned(m, week(last)) + ON_THE_ROAD_WEEKS;
        return StrictMath.log(StrictMath.max(1, last.weeks()) / planned);
    }

    private int week(Posted posted) {
        return scene.calendar().week(posted.until());
    }
}
