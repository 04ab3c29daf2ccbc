package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.Forecast.Kind;
import io.rampline.simulation.backtest.Forecast.Row;
import io.rampline.simulation.backtest.Lessons.Raw;
import io.rampline.simulation.futures.Draws;
import io.rampline.simulation.ramp.Estimate;
import io.rampline.simulation.ramp.PublicRamp;
import io.rampline.simulation.ramp.RampPath;
import io.rampline.simulation.score.Forecasted;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forecasts deliveries by month and the waits a maker would post by week, with nothing but what was known at the
 * evening of a day.
 *
 * <ol>
 *   <li>{@link KnownBy} takes away all rows that are dated or were published later.
 *   <li>{@link Estimate} finds what the lines can do, from what they did and what other ramps say.
 *   <li>{@link Walk} lets orders come, leave and be built on each path.
 *   <li>{@link PostedWaits} turns what the maker would plan into what it would post, from what it did post.
 *   <li>{@link Lessons} widens or narrows all that, as forecasts of earlier days came out.
 * </ol>
 *
 * <p>Cost: O(futures x weeks x (lines x plan ahead)), and a tenth of that for each earlier month. The same input gives
 * the same rows on every machine.
 *
 * <p>Not here: demand for new models, price cuts, and whatever else nobody had told of by that day.
 */
public final class BackTest {
    private BackTest() {}

    /**
     * Forecasts.
     *
     * @param whole also with later rows; they change nothing
     * @param ramps of other makers
     * @throws IllegalArgumentException when nothing was known by that day
     */
    public static Forecast run(History whole, Asked asked, List<PublicRamp> ramps) {
        Lessons lessons = new EarlierDays(KnownBy.of(whole, asked.asOf()), asked, ramps).before(asked.asOf());
        return lessons.applied(raw(whole, asked, ramps), asked.seed());
    }

    /**
     * Forecasts on many days, as {@link #run} would on each, and sooner.
     *
     * @param whole counts known on the day they end
     * @param asked whose day counts for nothing
     * @param days in order of time
     * @param each takes the forecasts, in the same order
     */
    public static void rolling(
            History whole, Asked asked, List<PublicRamp> ramps, List<LocalDate> days, Consumer<Forecast> each) {
        EarlierDays earlier = new EarlierDays(whole, asked, ramps);
        for (LocalDate day : days) {
            Asked then =
                    new Asked(day, asked.months(), asked.maker(), asked.ceilingSpread(), asked.seed(), asked.futures());
            each.accept(earlier.before(day).applied(raw(whole, then, ramps), asked.seed()));
        }
    }

    /** Before any lesson of earlier days. */
    static Raw raw(History whole, Asked asked, List<PublicRamp> ramps) {
        Scene scene = Scene.of(whole, asked, ramps);
        Estimate estimate = Estimate.of(scene.plant().ground(), asked.seed(), asked.futures());
        Draws draws = new Draws(asked.seed());
        PostedWaits waits = new PostedWaits(scene);
        List<Walk> walks = new ArrayList<>();
        List<RampPath> paths = estimate.paths();
        for (int i = 0; i < paths.size(); i++) {
            walks.add(new Walk(scene, paths.get(i), draws, i).run(waits.asked()));
        }
        walks = waits.agreeing(walks, draws);
        List<Row> rows = new ArrayList<>(deliveries(scene, walks));
        rows.addAll(waits.rows(walks, draws));
        int used = count(scene.known());
        return new Raw(
                new Forecast(asked.asOf(), rows, used, count(whole) - used), new Shown(scene.known(), asked.asOf()));
    }

    private static int count(History history) {
        return history.locks().size()
                + history.handed().size()
                + history.posted().size()
                + history.blocks().size()
                + history.expected().size()
                + history.slots().size()
                + history.rests().size()
                + history.aims().size();
    }

    private static List<Row> deliveries(Scene scene, List<Walk> walks) {
        List<Row> rows = new ArrayList<>();
        Calendar calendar = scene.calendar();
        int families = scene.families().names().size();
        for (int i = 0; i < calendar.months(); i++) {
            YearMonth month = calendar.firstMonth().plusMonths(i);
            for (int f = -1; f < families; f++) {
                Optional<String> model = f < 0
                        ? Optional.empty()
                        : Optional.of(scene.families().names().get(f));
                double[] units = new double[walks.size()];
                for (int w = 0; w < units.length; w++) {
                    units[w] = built(scene, walks.get(w), f, month.atDay(1), month.atEndOfMonth());
                }
                rows.add(new Row(
                        Kind.DELIVERIES,
                        month.atDay(1),
                        month.atEndOfMonth(),
                        model,
                        Optional.empty(),
                        new Forecasted(units)));
            }
        }
        return rows;
    }

    private static double built(Scene scene, Walk walk, int family, LocalDate first, LocalDate last) {
        double from = scene.calendar().morning(first);
        double to = scene.calendar().evening(last);
        if (family < 0) {
            return walk.delivered(from, to);
        }
        double sum = 0;
        for (int week = StrictMath.max(0, (int) from);
                week < StrictMath.min(scene.calendar().weeks(), to);
                week++) {
            double share = StrictMath.min(to, week + 1) - StrictMath.max(from, week);
            for (int m = 0; m < scene.models().size(); m++) {
                boolean isIn = scene.families().of(scene.models().get(m)) == family;
                sum += isIn ? share * walk.delivered(m, week) : 0;
            }
        }
        return sum;
    }
}
